using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Importers.Formats.Calendar;
using CenterDirectory.Importers.Occurrences;
using NodaTime;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>
/// How a repeated event says that it is: its rule, the times that are left out or added, and which changed occurrence stands for which of the left-out ones.
/// </summary>
internal sealed class CalendarRecurrence
{
    private readonly CalendarPlacement placement;
    private readonly List<CalendarTime> excluded = [];
    private readonly List<CalendarTime> added = [];

    private CalendarRecurrence(CalendarPlacement placement) => this.placement = placement;

    /// <summary>The rule, its end told as this event's clock needs it; null if there are only added times.</summary>
    public string? Rule { get; private set; }

    /// <summary>Times that are left out, on the clock of the place, in order; a day stands for the time of that day.</summary>
    public IEnumerable<LocalDateTime> Excluded => Times(excluded);

    /// <summary>Times that are added.</summary>
    public IEnumerable<LocalDateTime> Added => Times(added);

    /// <summary>How an event repeats; null if it does not, or if that cannot be read.</summary>
    public static CalendarRecurrence? Of(string? text, CalendarPlacement placement)
    {
        if (text is null || EventRecurrence.Parse(text) is null)
        {
            return null;
        }

        var recurrence = new CalendarRecurrence(placement);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            recurrence.Take(colon < 0 ? "RRULE" : line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
        }

        return recurrence;
    }

    /// <summary>
    /// The left-out time for which a changed occurrence stands: the one at its own time, else the only one of the day on which it is now or was before.
    /// Null if it cannot be told; it is then an event of its own.
    /// </summary>
    public LocalDateTime? TimeOf(EventEntry part)
    {
        if (CalendarPlacement.Of(part) is not { } place)
        {
            return null;
        }

        var start = placement.IsDay ? place.Start.Date.AtMidnight() : place.Start;
        if (Excluded.Contains(start))
        {
            return start;
        }

        var days = new[] { part.Event.PreviousDate?.Earliest, part.Event.PreviousDate is null ? part.Event.DateEarliest : null }
            .OfType<DateOnly>().Select(LocalDate.FromDateOnly).ToList();
        var sameDay = Excluded.Where(time => days.Contains(time.Date)).Take(2).ToList();
        return sameDay.Count == 1 ? sameDay[0] : null;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "RRULE":
                Rule ??= RecurrenceRule.Parse(value) is null ? null : EndAligned(value.ToUpperInvariant());
                break;
            case "EXDATE":
                excluded.AddRange(value.Split(',', StringSplitOptions.TrimEntries).Select(CalendarTime.Parse).OfType<CalendarTime>());
                break;
            case "RDATE":
                added.AddRange(value.Split(',', StringSplitOptions.TrimEntries).Select(CalendarTime.Parse).OfType<CalendarTime>());
                break;
            default:
                // EXRULE and what else old programs wrote is not read by the directory either.
                break;
        }
    }

    /// <summary>The end of a rule is a day where the start is one, otherwise an instant in UTC (RFC 5545, 3.3.10).</summary>
    private string EndAligned(string rule) => string.Join(';', rule.Split(';').Select(part =>
        part.StartsWith("UNTIL=", StringComparison.Ordinal) && CalendarTime.Parse(part["UNTIL=".Length..]) is { } until ? $"UNTIL={End(until)}" : part));

    private string End(CalendarTime until)
    {
        if (placement.IsDay)
        {
            return CalendarTimes.Of(until.Local.Date);
        }

        var local = until.IsDate ? until.Local.Date + new LocalTime(23, 59, 59) : until.Local;
        return until.IsUtc
            ? CalendarTimes.Of(until.Local.InUtc().ToInstant())
            : CalendarTimes.Of((placement.Zone ?? DateTimeZone.Utc).AtLeniently(local).ToInstant());
    }

    private IEnumerable<LocalDateTime> Times(List<CalendarTime> times) => times
        .Select(time => placement.IsDay ? time.Local.Date.AtMidnight() : time.IsDate ? time.Local.Date + placement.Start.TimeOfDay : time.Local)
        .Distinct().Order();
}
