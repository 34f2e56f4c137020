using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Wording;

/// <summary>What feeds say of an event in words.</summary>
internal sealed class EventWords(Locale locale)
{
    private readonly PageLanguage language = PageLanguage.Of(locale);

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
            return ClockWords.Of(language, start, item.EndsAt, zone.Id);
        }

        var date = item.Date is { } known ? DateWords.Of(language, known) : null;
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
        var reason = locale == Locale.En && item.StatusReasonEn is { } english ? english : item.StatusReason;
        return State(item) is { } state ? reason is null ? state : $"{state}. {T("Причина", "Reason")}: {reason.TrimEnd('.')}" : null;
    }

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => DateWords.Of(language, day);

    /// <summary>Label of a value of a vocabulary.</summary>
    public string Label(Enum value) => Labels.Of(language, value);

    /// <summary>One of two texts.</summary>
    public string T(string russian, string english) => language.Pick(russian, english);

    private string? State(Event item) => item.Status switch
    {
        EventStatus.Cancelled => T("Отменено", "Cancelled"),
        EventStatus.Postponed when item.PreviousDate is { } before && item.Date is { } now && now != before =>
            $"{T("Перенесено; прежняя дата", "Postponed; the earlier date was")}: {DateWords.Of(language, before)}",
        EventStatus.Postponed => T("Перенесено; новая дата не названа", "Postponed; no new date was told"),
        _ => null,
    };
}
