using CenterDirectory.Data.Values;
using NodaTime;

namespace CenterDirectory.Importers.Occurrences;

/// <summary>What is known of the times of an event.</summary>
/// <param name="Id">The event.</param>
/// <param name="Date">Its date, of what recurs that of the first time; null if nobody said.</param>
/// <param name="StartsAt">Start, if known to the minute.</param>
/// <param name="EndsAt">End, if known to the minute.</param>
/// <param name="Status">Its state, as stored.</param>
/// <param name="Recurrence">How it repeats; null if it takes place once, or if that cannot be read.</param>
/// <param name="Zone">Zone of its place; null if nobody knows it.</param>
internal sealed record EventTimes(
    long Id, FuzzyDate? Date, Instant? StartsAt, Instant? EndsAt, string Status, EventRecurrence? Recurrence, DateTimeZone? Zone)
{
    /// <summary>A day ends first where clocks are furthest ahead, and last where they are furthest behind: between these it depends on the zone that nobody told.</summary>
    private static readonly DateTimeZone Easternmost = DateTimeZone.ForOffset(Offset.FromHours(12));

    private static readonly DateTimeZone Westernmost = DateTimeZone.ForOffset(Offset.FromHours(2));

    private static readonly LocalDate LastOfCalendar = new(9999, 12, 31);

    /// <summary>First possible day of its end, and the last one; the same if the date tells it.</summary>
    public (LocalDate? Earliest, LocalDate? Latest) LastDay
    {
        get
        {
            if (Date is null)
            {
                return (null, null);
            }

            var end = Date.Value[(Date.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
            return FuzzyDate.TryParse(end, out var day) ? (LocalOf(day.Earliest), LocalOf(day.Latest)) : (null, null);
        }
    }

    public LocalDate? First => LocalOf(Date?.Earliest);

    public LocalDate? Last => LocalOf(Date?.Latest);

    /// <summary>The instant before which a day is certainly not over anywhere it may be.</summary>
    public Instant NotOverBefore(LocalDate day) => EndOf(day, Zone ?? Easternmost);

    /// <summary>The instant from which a day is certainly over.</summary>
    public Instant OverFrom(LocalDate day) => EndOf(day, Zone ?? Westernmost);

    /// <summary>The first instant of a day; where it would lie before the calendar begins, that of UTC.</summary>
    public Instant StartOf(LocalDate day) => (day.Year <= 1 ? DateTimeZone.Utc : Zone ?? DateTimeZone.Utc).AtStartOfDay(day).ToInstant();

    /// <summary>The day so many days later, or the last one of the calendar.</summary>
    public static LocalDate Later(LocalDate day, int days) => day.PlusDays(Math.Min(days, Period.DaysBetween(day, LastOfCalendar)));

    private static Instant EndOf(LocalDate day, DateTimeZone zone) =>
        day.Year >= 9999 ? OccurrenceExpansion.Never : zone.AtStartOfDay(day.PlusDays(1)).ToInstant();

    private static LocalDate? LocalOf(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;
}

/// <summary>One time at which an event takes place.</summary>
internal sealed record OccurrenceTimes(LocalDate StartsOn, LocalDate EndsOn, Instant? StartsAt, Instant? EndsAt, Instant BeginsAt);
