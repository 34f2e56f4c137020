using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using NodaTime;
using NodaTime.Extensions;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>Where an event stands in a calendar: at a time, or on whole days. A calendar knows no «about», so what is vaguer than a month stands nowhere.</summary>
internal sealed record CalendarPlacement
{
    /// <summary>Start by the clock of the place; of whole days midnight.</summary>
    public required LocalDateTime Start { get; init; }

    /// <summary>End by the clock of the place, exclusive; null if nobody told it.</summary>
    public LocalDateTime? End { get; init; }

    /// <summary>Whether only days are known.</summary>
    public bool IsDay { get; init; }

    /// <summary>Zone of the times; null for days, and where only UTC is known.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Whether the event takes place on some of these days, and nobody said on which.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether this is where it was before it was postponed to a time that no calendar can show.</summary>
    public bool IsFormer { get; init; }

    /// <summary>The place of an event; null if a calendar cannot show it.</summary>
    public static CalendarPlacement? Of(EventEntry entry)
    {
        var item = entry.Event;
        if (item.StartsAt is { } startsAt && !(item.Recurrence is not null && entry.Zone is null))
        {
            return AtTime(startsAt, item.EndsAt, entry.Zone, item.Recurrence is not null);
        }

        if (item.Date is { } date && EventPrecision.IsShown(date))
        {
            return OnDays(date);
        }

        // Who has it in the calendar must see that it is not there any more.
        return item is { Status: EventStatus.Postponed, PreviousDate: { } before } && EventPrecision.IsShown(before)
            ? OnDays(before) with { IsFormer = true }
            : null;
    }

    /// <summary>Whether a calendar has to leave an event out.</summary>
    public static bool IsLeftOut(Event item) => Of(new EventEntry(item, null)) is null;

    private static CalendarPlacement AtTime(DateTime startsAt, DateTime? endsAt, DateTimeZone? known, bool repeats)
    {
        var isUtc = known?.Id is null or "UTC" or "Etc/UTC" || (!repeats && (IsSecond(startsAt, known) || (endsAt is { } end && IsSecond(end, known))));
        var zone = isUtc ? DateTimeZone.Utc : known!;
        LocalDateTime Local(DateTime instant) => instant.ToInstant().InZone(zone).LocalDateTime;
        return new CalendarPlacement
        {
            Start = Local(startsAt),
            End = endsAt > startsAt ? Local(endsAt.Value) : null,
            Zone = zone == DateTimeZone.Utc ? null : zone,
        };
    }

    /// <summary>Of a clock time that comes twice a calendar means the first one; the second can be told in UTC only.</summary>
    private static bool IsSecond(DateTime instant, DateTimeZone zone) =>
        zone.AtLeniently(instant.ToInstant().InZone(zone).LocalDateTime).ToInstant() != instant.ToInstant();

    private static CalendarPlacement OnDays(FuzzyDate date) => new()
    {
        Start = LocalDate.FromDateOnly(date.Earliest!.Value).AtMidnight(),
        End = date.Latest!.Value == DateOnly.MaxValue ? null : LocalDate.FromDateOnly(date.Latest.Value.AddDays(1)).AtMidnight(),
        IsDay = true,
        IsVague = !EventPrecision.IsExact(date),
    };
}
