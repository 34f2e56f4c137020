using System.Globalization;
using System.Reflection;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CenterDirectory.Api.Feeds.Wording;

/// <summary>What feeds say of an event in words.</summary>
internal sealed class EventWords(Locale locale)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>The language.</summary>
    public Locale Locale => locale;

    /// <summary>Its title.</summary>
    public string Title(Event item) => locale == Locale.En && item.NameEn is { } english ? english : item.Title;

    /// <summary>What it is about.</summary>
    public string? Description(Event item) => locale == Locale.En && item.DescriptionEn is { } english ? english : item.Description;

    /// <summary>Name of a territory.</summary>
    public string Name(FeedPlace place) => locale == Locale.En && place.NameEn is { } english ? english : place.Name;

    /// <summary>When it is; what the source says in its own words stands beside, if the date is vague. Null if nobody said.</summary>
    public string? When(EventEntry entry)
    {
        var item = entry.Event;
        var said = item.DateText is { Length: > 0 } text ? locale == Locale.En ? $"“{text}”" : $"«{text}»" : null;
        if (item.StartsAt is { } start && entry.Zone is { } zone)
        {
            return Clock(start, item.EndsAt, zone);
        }

        var date = item.Date is { } known ? DateWords.Of(known, locale) : null;
        var isExact = item.Date is { } day && EventPrecision.IsExact(day);
        return date is null ? said : isExact || said is null ? date : $"{date} ({said})";
    }

    /// <summary>Where it is; null if nobody said.</summary>
    public string? Where(EventEntry entry)
    {
        var item = entry.Event;
        var territory = entry.Place is { } place ? Name(place) : item.TerritoryText;
        string?[] parts = [item.Venue, item.AddressText, territory];
        var said = parts.OfType<string>().Where(part => part.Length > 0).ToList();
        // «Омск, ул. Ленина» need not be told that it lies in Омск.
        var parted = said.Where((part, index) => !said.Take(index).Any(earlier => earlier.Contains(part, StringComparison.OrdinalIgnoreCase)));
        return string.Join(", ", parted) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A state that changes plans, in words; null for the others.</summary>
    public string? Trouble(EventEntry entry)
    {
        var item = entry.Event;
        return item.Status switch
        {
            EventStatus.Cancelled => T("Отменено", "Cancelled"),
            EventStatus.Postponed when item.PreviousDate is { } before && item.Date is { } now && now != before =>
                $"{T("Перенесено; прежняя дата", "Postponed; the earlier date was")}: {DateWords.Of(before, locale)}",
            EventStatus.Postponed => T("Перенесено; новая дата не названа", "Postponed; no new date was told"),
            _ => null,
        };
    }

    /// <summary>Label of a value of a vocabulary.</summary>
    public string Label<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<LabelAttribute>()!.Text.In(locale);

    /// <summary>One of two texts.</summary>
    public string T(string russian, string english) => locale == Locale.En ? english : russian;

    private string Clock(DateTime startsAt, DateTime? endsAt, DateTimeZone zone)
    {
        var start = startsAt.ToInstant().InZone(zone);
        var day = DateWords.Of(start.Date.ToDateOnly(), locale);
        var where = $"({zone.Id}, UTC{OffsetOf(start.Offset)})";
        if (endsAt is not { } last || last <= startsAt)
        {
            return $"{day}, {Time.Format(start.TimeOfDay)} {where}";
        }

        var end = last.ToInstant().InZone(zone);
        return end.Date == start.Date
            ? $"{day}, {Time.Format(start.TimeOfDay)}–{Time.Format(end.TimeOfDay)} {where}"
            : $"{day}, {Time.Format(start.TimeOfDay)} – {DateWords.Of(end.Date.ToDateOnly(), locale)}, {Time.Format(end.TimeOfDay)} {where}";
    }

    private static string OffsetOf(Offset offset)
    {
        // «+6», and «+5:30» where there are minutes.
        var minutes = Math.Abs(offset.Seconds / 60);
        var sign = offset.Seconds < 0 ? '−' : '+';
        return minutes % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60}:{minutes % 60:00}");
    }
}
