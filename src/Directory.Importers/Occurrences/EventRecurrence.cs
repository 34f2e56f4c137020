using CenterDirectory.Importers.Formats.Calendar;
using NodaTime;

namespace CenterDirectory.Importers.Occurrences;

/// <summary>How an event repeats, as its field <c>recurrence</c> says it: lines of RFC 5545 on the clock of its place.</summary>
internal sealed class EventRecurrence
{
    private readonly HashSet<LocalDateTime> excluded = [];
    private readonly HashSet<LocalDate> excludedDays = [];
    private readonly SortedSet<LocalDateTime> added = [];
    private RecurrenceRule? rule;

    /// <summary>Null if nothing of it can be read; a line without a name is the rule.</summary>
    public static EventRecurrence? Parse(string text)
    {
        var recurrence = new EventRecurrence();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            recurrence.Take(colon < 0 ? "RRULE" : line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
        }

        return recurrence.rule is null && recurrence.added.Count == 0 ? null : recurrence;
    }

    /// <summary>The local times at which it takes place, in order; a rule may be endless.</summary>
    /// <param name="first">The first time; of whole days midnight.</param>
    /// <param name="isDay">Whether only the day is known.</param>
    /// <param name="zone">Zone of the place; null if nobody knows it.</param>
    /// <param name="budget">What may be spent on rules that match nothing.</param>
    public IEnumerable<LocalDateTime> Starts(LocalDateTime first, bool isDay, DateTimeZone? zone, RecurrenceBudget budget)
    {
        IEnumerable<LocalDateTime> times = rule is null ? [first] : rule.Expand(first, budget);
        if (rule?.Until is { } until)
        {
            var last = LastOf(until, isDay, zone);
            times = times.TakeWhile(time => time <= last);
        }

        // Without a time of day a time that is left out is its day.
        var days = isDay ? excludedDays.Concat(excluded.Select(time => time.Date)).ToHashSet() : excludedDays;
        return times.Merge(isDay ? added.Select(time => time.Date.AtMidnight()) : added)
            .Where(time => !days.Contains(time.Date) && (isDay || !excluded.Contains(time)));
    }

    private static LocalDateTime LastOf(CalendarTime until, bool isDay, DateTimeZone? zone) =>
        until.IsDate || isDay || (until.IsUtc && zone is null) ? until.Local.Date + LocalTime.MaxValue
        : until.IsUtc ? until.Local.InUtc().ToInstant().InZone(zone!).LocalDateTime
        : until.Local;

    private void Take(string name, string value)
    {
        if (name == "RRULE")
        {
            rule ??= RecurrenceRule.Parse(value);
            return;
        }

        foreach (var time in value.Split(',', StringSplitOptions.TrimEntries).Select(CalendarTime.Parse).OfType<CalendarTime>())
        {
            _ = (name, time.IsDate) switch
            {
                ("EXDATE", true) => excludedDays.Add(time.Local.Date),
                ("EXDATE", false) => excluded.Add(time.Local),
                ("RDATE", _) => added.Add(time.Local),
                _ => false,
            };
        }
    }
}
