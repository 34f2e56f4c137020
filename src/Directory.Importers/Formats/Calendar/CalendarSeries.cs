using NodaTime;
using NodaTime.Text;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>Everything that bears one UID: an event or a series, and the exceptions of it.</summary>
internal sealed class CalendarSeries(string uid, CalendarComponent calendar, CalendarZones zones, RecurrenceBudget budget)
{
    /// <summary>Of one series at most so many occurrences become events: the last ones up to the horizon.</summary>
    public const int MostOccurrences = 800;

    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private readonly List<CalendarEvent> exceptions = [];
    private CalendarEvent? master;

    /// <summary>Whether occurrences were left out because there are too many.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether a rule could not be read or is of hours and less: only its first time is then known.</summary>
    public bool HasUnreadRule { get; private set; }

    public int Row => (master ?? exceptions[0]).Component.Row;

    public void Add(CalendarEvent item)
    {
        if (item.ReplacedTime is { } replaced)
        {
            var earlier = exceptions.FindIndex(exception => exception.ReplacedTime == replaced);
            if (earlier < 0)
            {
                exceptions.Add(item);
            }
            else if (item.Sequence >= exceptions[earlier].Sequence)
            {
                exceptions[earlier] = item;
            }
        }
        else if (master is null || item.Sequence >= master.Sequence)
        {
            // A newer wording of the same event stands for the older one.
            master = item;
        }
    }

    /// <summary>The occurrences in order of their original times.</summary>
    public IReadOnlyList<CalendarOccurrence> Occurrences(LocalDateTime horizon)
    {
        var places = new SortedDictionary<LocalDateTime, CalendarOccurrence>();
        var isSeries = master is not null && (master.Component.Property("RRULE") ?? master.Component.Property("RDATE")) is not null;
        if (master is not null && !isSeries && exceptions.Count == 0)
        {
            return [Occurrence(master, master.Start.Local, uid)];
        }

        if (isSeries && HasLastingClock && (master!.Component.Property("RRULE") is not { } rule || RecurrenceRule.Parse(rule.Value) is not null))
        {
            return [Occurrence(master, master.Start.Local, uid) with { Recurrence = Recurrence(master) }, .. Exceptions()];
        }

        foreach (var start in master is null ? [] : Starts(master, horizon))
        {
            places[start] = Occurrence(master!, start, IdOf(start, master!.Start.IsDate));
        }

        foreach (var exception in exceptions)
        {
            if (CalendarTime.Parse(exception.ReplacedTime!.Value) is { } replaced)
            {
                var owner = master ?? exception;
                var original = owner.ToOwnClock(replaced, CalendarEvent.ZoneOf(exception.ReplacedTime, replaced, zones));
                places[original] = Occurrence(exception, exception.Start.Local, IdOf(original, owner.Start.IsDate));
            }
        }

        return [.. places.Values];
    }

    /// <summary>
    /// Whether the rule can be kept as it is: on the clock of a zone that everybody knows, or of days alone. Others, such as of UTC, may mean other days
    /// at the place; they are expanded here.
    /// </summary>
    private bool HasLastingClock => master is { } series && (series.Start.IsDate || series.Zone is null or { Id: not null });

    /// <summary>Occurrences that differ from their series: events of their own, parts of it.</summary>
    private IEnumerable<CalendarOccurrence> Exceptions() => exceptions
        .Select(exception => (Exception: exception, Original: OriginalOf(exception)))
        .Where(pair => pair.Original is not null)
        .OrderBy(pair => pair.Original)
        .Select(pair => Occurrence(pair.Exception, pair.Exception.Start.Local, IdOf(pair.Original!.Value, master!.Start.IsDate)) with { Series = uid });

    private LocalDateTime? OriginalOf(CalendarEvent exception) => CalendarTime.Parse(exception.ReplacedTime!.Value) is { } replaced
        ? (master ?? exception).ToOwnClock(replaced, CalendarEvent.ZoneOf(exception.ReplacedTime, replaced, zones))
        : null;

    /// <summary>The rule with the times that are left out or told by exceptions, on the series' own clock.</summary>
    private string Recurrence(CalendarEvent series)
    {
        var lines = new List<string>();
        if (series.Component.Property("RRULE") is { } rule)
        {
            lines.Add($"RRULE:{rule.Value.ToUpperInvariant()}");
        }

        var days = series.Component.All("EXDATE").SelectMany(line => line.Texts()).Select(CalendarTime.Parse)
            .Where(time => time is { IsDate: true }).Select(time => time!.Value.Local.Date).ToHashSet();
        var times = Times(series, "EXDATE").Where(time => !days.Contains(time.Date)).Concat(exceptions.Select(OriginalOf).OfType<LocalDateTime>());
        AddTimes("EXDATE", days.Select(Day.Format).Concat(times.Order().Select(Write)));
        AddTimes("RDATE", Times(series, "RDATE").Order().Select(Write));
        return string.Join('\n', lines);

        string Write(LocalDateTime time) => series.Start.IsDate ? Day.Format(time.Date) : Time.Format(time);

        void AddTimes(string name, IEnumerable<string> texts)
        {
            var all = string.Join(',', texts.Distinct());
            if (all.Length > 0)
            {
                lines.Add($"{name}:{all}");
            }
        }
    }

    private CalendarOccurrence Occurrence(CalendarEvent item, LocalDateTime start, string id)
    {
        var place = ReferenceEquals(item.Zone, CalendarZone.Utc) ? zones.Default ?? item.Zone : item.Zone;
        return new CalendarOccurrence(item, start, id, calendar, place);
    }

    private string IdOf(LocalDateTime original, bool isDate) => $"{uid}/{(isDate ? Day.Format(original.Date) : Time.Format(original))}";

    private IEnumerable<LocalDateTime> Starts(CalendarEvent series, LocalDateTime horizon)
    {
        var excluded = Times(series, "EXDATE").ToHashSet();
        var excludedDays = series.Component.All("EXDATE").SelectMany(line => line.Texts()).Select(CalendarTime.Parse)
            .Where(time => time is { IsDate: true }).Select(time => time!.Value.Local.Date).ToHashSet();
        var starts = new Queue<LocalDateTime>();
        foreach (var start in Ruled(series).Merge(Times(series, "RDATE").Order()))
        {
            if (start > horizon && starts.Count > 0)
            {
                break;
            }

            if (excluded.Contains(start) || excludedDays.Contains(start.Date))
            {
                continue;
            }

            starts.Enqueue(start);
            if (starts.Count > MostOccurrences)
            {
                starts.Dequeue();
                IsCut = true;
            }
        }

        return starts;
    }

    private IEnumerable<LocalDateTime> Ruled(CalendarEvent series)
    {
        if (series.Component.Property("RRULE") is not { } line)
        {
            return [series.Start.Local];
        }

        if (RecurrenceRule.Parse(line.Value) is not { } rule)
        {
            HasUnreadRule = true;
            return [series.Start.Local];
        }

        var times = rule.Expand(series.Start.Local, budget);
        return LastOf(rule, series) is { } last ? times.TakeWhile(time => time <= last) : times;
    }

    private static LocalDateTime? LastOf(RecurrenceRule rule, CalendarEvent series) => rule.Until switch
    {
        null => null,
        { IsDate: true } day => day.Local.Date + LocalTime.MaxValue,
        { IsUtc: true } time when !series.Start.IsDate => series.ToOwnClock(time, CalendarZone.Utc),
        { } time => series.Start.IsDate ? time.Local.Date + LocalTime.MaxValue : time.Local,
    };

    private IEnumerable<LocalDateTime> Times(CalendarEvent series, string property)
    {
        foreach (var line in series.Component.All(property))
        {
            foreach (var text in line.Texts())
            {
                // Of a period the beginning counts.
                var slash = text.IndexOf('/', StringComparison.Ordinal);
                if (CalendarTime.Parse(slash < 0 ? text : text[..slash]) is { } time)
                {
                    yield return series.ToOwnClock(time, CalendarEvent.ZoneOf(line, time, zones));
                }
            }
        }
    }
}
