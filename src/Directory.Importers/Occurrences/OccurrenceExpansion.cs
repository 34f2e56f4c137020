using CenterDirectory.Importers.Formats.Calendar;
using NodaTime;

namespace CenterDirectory.Importers.Occurrences;

/// <summary>When an event takes place, and from when on it is over.</summary>
/// <param name="Occurrences">Its occurrences up to the horizon, in order.</param>
/// <param name="UpcomingUntil">Until then it is certainly not over; null if its date does not tell.</param>
/// <param name="OverFrom">From then on it is certainly over; null if its date does not tell.</param>
/// <param name="ExpandedTo">The horizon, if it goes on behind it.</param>
internal sealed record OccurrenceExpansion(
    IReadOnlyCollection<OccurrenceTimes> Occurrences, Instant? UpcomingUntil, Instant? OverFrom, LocalDate? ExpandedTo)
{
    /// <summary>Of one event at most so many occurrences are kept: the last ones up to the horizon.</summary>
    public const int MostOccurrences = CalendarSeries.MostOccurrences;

    /// <summary>The end of what has none.</summary>
    public static Instant Never { get; } = Instant.FromUtc(9999, 12, 31, 0, 0);

    /// <summary>Expands an event.</summary>
    /// <param name="times">What is known of it.</param>
    /// <param name="horizon">Last day that is of interest.</param>
    /// <param name="budget">What may be spent on rules that match nothing.</param>
    public static OccurrenceExpansion Of(EventTimes times, LocalDate horizon, RecurrenceBudget budget)
    {
        var once = Once(times);
        if (times.Recurrence is not { } recurrence || times.First is not { } firstDay)
        {
            return once;
        }

        var isDay = times.StartsAt is null || times.Zone is null;
        var first = isDay ? firstDay.AtMidnight() : times.StartsAt!.Value.InZone(times.Zone!).LocalDateTime;
        var days = times.Date!.IsInterval && times.Last is { } last ? Period.Between(firstDay, last, PeriodUnits.Days).Days : 0;
        var kept = new Queue<OccurrenceTimes>();
        foreach (var start in recurrence.Starts(first, isDay, times.Zone, budget))
        {
            if (start.Date > horizon)
            {
                return new OccurrenceExpansion(kept, Never, null, horizon);
            }

            kept.Enqueue(isDay ? OnDay(times, start.Date, days) : AtTime(times, start, days));
            if (kept.Count > MostOccurrences)
            {
                kept.Dequeue();
            }
        }

        return kept.LastOrDefault() is not { } final ? once with { Occurrences = [] } : new OccurrenceExpansion(
            kept, final.EndsAt ?? times.NotOverBefore(final.EndsOn), final.EndsAt ?? times.OverFrom(final.EndsOn), null);
    }

    private static OccurrenceExpansion Once(EventTimes times)
    {
        IReadOnlyCollection<OccurrenceTimes> occurrences = times is { First: { } first, Last: { } last }
            ? [new OccurrenceTimes(first, last, times.StartsAt, times.EndsAt, times.StartsAt ?? times.StartOf(first))]
            : [];
        var (earliest, latest) = times.LastDay;
        return new OccurrenceExpansion(
            occurrences,
            times.EndsAt ?? (earliest is { } soonest ? times.NotOverBefore(soonest) : null),
            times.EndsAt ?? (latest is { } atLast ? times.OverFrom(atLast) : null),
            null);
    }

    private static OccurrenceTimes OnDay(EventTimes times, LocalDate day, int days) =>
        new(day, EventTimes.Later(day, days), null, null, times.StartOf(day));

    private static OccurrenceTimes AtTime(EventTimes times, LocalDateTime start, int days)
    {
        var startsAt = times.Zone!.AtLeniently(start).ToInstant();
        if (times.EndsAt is not { } firstEnd)
        {
            return new OccurrenceTimes(start.Date, EventTimes.Later(start.Date, days), startsAt, null, startsAt);
        }

        var length = firstEnd - times.StartsAt!.Value;
        var endsAt = length < Never - startsAt ? startsAt + length : Never;
        // An end is exclusive: what ends at midnight ends on the day before.
        var lastDay = (endsAt - Duration.FromTicks(1)).InZone(times.Zone).Date;
        return new OccurrenceTimes(start.Date, lastDay < start.Date ? start.Date : lastDay, startsAt, endsAt, startsAt);
    }
}
