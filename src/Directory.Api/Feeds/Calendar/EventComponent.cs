using System.Globalization;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using NodaTime;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>
/// Writes a VEVENT. What it says follows from the event alone and not from the clock, so the bytes stay as they are until the event changes. There is no
/// ORGANIZER: it asks for a mail address (RFC 5545, 3.8.4.3), and nobody's is known; who organizes stands in the description.
/// </summary>
internal sealed class EventComponent(CalendarLines lines, EventWords words, FeedIds ids, FeedAddresses addresses)
{
    /// <summary>Writes an event, if a calendar can show it.</summary>
    public void Write(EventEntry entry)
    {
        if (CalendarPlacement.Of(entry) is not { } placement)
        {
            return;
        }

        using var component = lines.Begin("VEVENT");
        WriteIdentity(entry);
        WriteTimes(entry, placement);
        WriteTexts(entry, placement);
        WriteLinks(entry.Event);
    }

    private void WriteIdentity(EventEntry entry)
    {
        var item = entry.Event;
        var original = OriginalOf(entry);
        lines.WriteText("UID", ids.Uid(original is null ? item.Id : entry.Series!.Id));
        if (original is { } found)
        {
            WriteTime("RECURRENCE-ID", found.Time, found.Placement);
        }
        else if (item.PartOfId is { } parent)
        {
            lines.WriteText("RELATED-TO", ids.Uid(parent));
        }

        lines.Write("DTSTAMP", CalendarTimes.Of(item.UpdatedAt));
        lines.Write("CREATED", CalendarTimes.Of(item.CreatedAt));
        lines.Write("LAST-MODIFIED", CalendarTimes.Of(item.UpdatedAt));
        lines.Write("SEQUENCE", EventState.Sequence(item).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The time of its series that this event stands for.</summary>
    private static (LocalDateTime Time, CalendarPlacement Placement)? OriginalOf(EventEntry entry)
    {
        // The zone of a series is that of its place, which is nearly always that of its occurrence.
        return entry.Series is { } series
            && CalendarPlacement.Of(entry with { Event = series }) is { } placement
            && CalendarRecurrence.Of(series.Recurrence, placement)?.TimeOf(entry) is { } time
            ? (time, placement)
            : null;
    }

    private void WriteTimes(EventEntry entry, CalendarPlacement placement)
    {
        WriteTime("DTSTART", placement.Start, placement);
        if (placement.End is { } end)
        {
            WriteTime("DTEND", end, placement);
        }

        if (CalendarRecurrence.Of(entry.Event.Recurrence, placement) is { } recurrence)
        {
            if (recurrence.Rule is { } rule)
            {
                lines.Write("RRULE", rule);
            }

            // A time that is told by an event of its own in this calendar is not left out: that event replaces it.
            var told = entry.Overrides.Select(recurrence.TimeOf).OfType<LocalDateTime>().ToHashSet();
            WriteTimes("EXDATE", recurrence.Excluded.Where(time => !told.Contains(time)), placement);
            WriteTimes("RDATE", recurrence.Added, placement);
        }

        if (EventState.Of(entry.Event, placement) is { } state)
        {
            lines.Write("STATUS", state);
        }

        // Somebody else's events make nobody busy.
        lines.Write("TRANSP", "TRANSPARENT");
        if (entry.Event.Date is { } date && !placement.IsFormer && date.Value != Implied(placement))
        {
            lines.WriteText("X-EDTF", date.Value);
        }
    }

    /// <summary>The date that start and end tell by themselves.</summary>
    private static string Implied(CalendarPlacement placement)
    {
        var first = placement.Start.Date;
        var last = placement.End is not { } end ? first : end.TimeOfDay == LocalTime.Midnight ? end.Date.PlusDays(-1) : end.Date;
        return last > first ? $"{first:uuuu'-'MM'-'dd}/{last:uuuu'-'MM'-'dd}" : $"{first:uuuu'-'MM'-'dd}";
    }

    private void WriteTexts(EventEntry entry, CalendarPlacement placement)
    {
        var item = entry.Event;
        var title = words.Title(item);
        lines.WriteText("SUMMARY", EventState.Mark(item, placement) is { } mark ? $"{words.T(mark.Ru, mark.En)}: {title}" : title);
        lines.WriteText("DESCRIPTION", new EventText(words, addresses).Of(entry, placement));
        if (ConferenceOf(item) is { } conference)
        {
            lines.Write("CONFERENCE;VALUE=URI", conference);
            lines.WriteText("LOCATION", words.Where(entry with { Event = WithoutVenue(item) }));
        }
        else
        {
            lines.WriteText("LOCATION", words.Where(entry));
        }

        if (item.Location is { } point)
        {
            lines.Write("GEO", string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.######};{point.Longitude:0.######}"));
        }

        lines.WriteTexts("CATEGORIES", EventCategories.Of(item).Select(category => category.LabelIn(words)));
    }

    private void WriteLinks(Event item)
    {
        lines.Write("URL", item.Url is { } url ? FeedAddresses.Of(url) : addresses.Event(item));
        if (item.RegistrationUrl is { } registration)
        {
            lines.Write("ATTACH", FeedAddresses.Of(registration));
        }
    }

    /// <summary>Where one attends from afar: only what a source gives as the place of an online event.</summary>
    private static string? ConferenceOf(Event item) => item.AttendanceMode is AttendanceMode.Online or AttendanceMode.Mixed
        && Uri.TryCreate(item.Venue, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? FeedAddresses.Of(address) : null;

    private static Event WithoutVenue(Event item) => new() { AddressText = item.AddressText, TerritoryText = item.TerritoryText };

    private void WriteTimes(string name, IEnumerable<LocalDateTime> times, CalendarPlacement placement)
    {
        var values = string.Join(',', times.Select(time => Value(time, placement)));
        if (values.Length > 0)
        {
            lines.Write(name + Parameter(placement), values);
        }
    }

    private void WriteTime(string name, LocalDateTime time, CalendarPlacement placement) => lines.Write(name + Parameter(placement), Value(time, placement));

    private static string Parameter(CalendarPlacement placement) =>
        placement.IsDay ? ";VALUE=DATE" : placement.Zone is { } zone ? $";TZID={zone.Id}" : "";

    private static string Value(LocalDateTime time, CalendarPlacement placement) =>
        placement.IsDay ? CalendarTimes.Of(time.Date) : placement.Zone is null ? CalendarTimes.Of(time) + "Z" : CalendarTimes.Of(time);
}
