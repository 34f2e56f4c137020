using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using NodaTime;
using NodaTime.Text;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>Addresses at which calendars on the web offer to add one event.</summary>
internal sealed class CalendarLinks(EventWords words, FeedAddresses addresses)
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>Of Google Calendar.</summary>
    public string Google(EventEntry entry, CalendarPlacement placement)
    {
        var end = placement.End ?? placement.Start;
        var (start, last) = placement.IsDay
            ? (CalendarTimes.Of(placement.Start.Date), CalendarTimes.Of(end.Date))
            : (CalendarTimes.Of(InstantOf(placement, placement.Start)), CalendarTimes.Of(InstantOf(placement, end)));
        return Address(
            "https://calendar.google.com/calendar/render",
            ("action", "TEMPLATE"), ("text", words.Title(entry.Event)), ("dates", $"{start}/{last}"), ("ctz", placement.Zone?.Id), ("location", words.Where(entry)),
            ("details", addresses.Event(entry.Event)), ("recur", Rule(entry, placement)));
    }

    /// <summary>Of Outlook.com.</summary>
    public string Outlook(EventEntry entry, CalendarPlacement placement)
    {
        var end = placement.End ?? placement.Start;
        string Time(LocalDateTime time) => placement.IsDay ? LocalDatePattern.Iso.Format(time.Date) : Local.Format(InstantOf(placement, time).InUtc().LocalDateTime) + "Z";
        return Address(
            "https://outlook.live.com/calendar/0/deeplink/compose",
            ("rru", "addevent"), ("subject", words.Title(entry.Event)), ("startdt", Time(placement.Start)), ("enddt", Time(end)), ("allday", placement.IsDay ? "true" : null),
            ("location", words.Where(entry)), ("body", addresses.Event(entry.Event)));
    }

    private static string? Rule(EventEntry entry, CalendarPlacement placement) =>
        CalendarRecurrence.Of(entry.Event.Recurrence, placement)?.Rule is { } rule ? $"RRULE:{rule}" : null;

    private static Instant InstantOf(CalendarPlacement placement, LocalDateTime time) => (placement.Zone ?? DateTimeZone.Utc).AtLeniently(time).ToInstant();

    private static string Address(string page, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var pairs = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                pairs.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return $"{page}?{string.Join('&', pairs)}";
    }
}
