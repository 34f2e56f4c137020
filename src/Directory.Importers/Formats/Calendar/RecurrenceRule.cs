using System.Globalization;
using NodaTime;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>How often what recurs may be worked on in one file: rules that never match must not hold up an import.</summary>
internal sealed class RecurrenceBudget
{
    private int steps = 20_000_000;

    /// <summary>Whether some rule was broken off.</summary>
    public bool IsSpent => steps <= 0;

    public bool TryStep() => steps > 0 && --steps > 0;
}

/// <summary>A recurrence rule (RFC 5545, 3.3.10) of whole days and longer; what happens every hour is no event of a directory.</summary>
internal sealed class RecurrenceRule
{
    private const int MostTimesADay = 100;
    private const int LastYear = 2200;

    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Dictionary<string, int[]> by = new(StringComparer.Ordinal);
    private readonly List<(int Ordinal, IsoDayOfWeek Day)> weekdays = [];
    private string frequency = "";
    private int interval = 1;
    private IsoDayOfWeek weekStart = IsoDayOfWeek.Monday;

    public int? Count { get; private set; }

    public CalendarTime? Until { get; private set; }

    /// <summary>Null if it is no rule, or one of hours, minutes or seconds.</summary>
    public static RecurrenceRule? Parse(string text)
    {
        var rule = new RecurrenceRule();
        foreach (var part in text.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !rule.Take(part[..equals], part[(equals + 1)..]))
            {
                return null;
            }
        }

        return rule.frequency.Length > 0 && rule.TimesADay() <= MostTimesADay ? rule : null;
    }

    /// <summary>The local times of the rule from a start on, in order, COUNT heeded and UNTIL not: that needs the zone.</summary>
    public IEnumerable<LocalDateTime> Expand(LocalDateTime start, RecurrenceBudget budget)
    {
        var count = 0;
        foreach (var time in Times(start, budget))
        {
            if (time < start)
            {
                continue;
            }

            // The start is the first of the series even where the rule would pass over it.
            if (count == 0 && time != start)
            {
                yield return start;
                count++;
            }

            if (count++ >= Count)
            {
                yield break;
            }

            yield return time;
        }

        if (count == 0)
        {
            yield return start;
        }
    }

    private IEnumerable<LocalDateTime> Times(LocalDateTime start, RecurrenceBudget budget)
    {
        var positions = by.GetValueOrDefault("BYSETPOS");
        var set = new List<LocalDateTime>();
        for (var (first, length) = Period(start.Date); first.Year < LastYear; (first, length) = NextPeriod(first))
        {
            set.Clear();
            for (var i = 0; i < length; i++)
            {
                if (!budget.TryStep())
                {
                    yield break;
                }

                var day = first.PlusDays(i);
                if (Matches(day, start.Date))
                {
                    AddTimes(day, start.TimeOfDay, set);
                }
            }

            foreach (var time in positions is null ? set : set.Where((_, index) => positions.Contains(index + 1) || positions.Contains(index - set.Count)))
            {
                yield return time;
            }
        }
    }

    private (LocalDate First, int Length) Period(LocalDate day) => frequency switch
    {
        "YEARLY" => (new LocalDate(day.Year, 1, 1), DateTime.IsLeapYear(day.Year) ? 366 : 365),
        "MONTHLY" => (new LocalDate(day.Year, day.Month, 1), DateTime.DaysInMonth(day.Year, day.Month)),
        "WEEKLY" => (day.PlusDays(-(((int)day.DayOfWeek - (int)weekStart + 7) % 7)), 7),
        _ => (day, 1),
    };

    private (LocalDate First, int Length) NextPeriod(LocalDate first) => Period(frequency switch
    {
        "YEARLY" => first.PlusYears(interval),
        "MONTHLY" => first.PlusMonths(interval),
        "WEEKLY" => first.PlusWeeks(interval),
        _ => first.PlusDays(interval),
    });

    private bool Matches(LocalDate day, LocalDate start)
    {
        var inMonth = DateTime.DaysInMonth(day.Year, day.Month);
        var inYear = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        return Allows("BYMONTH", day.Month, 0)
            && Allows("BYMONTHDAY", day.Day, inMonth)
            && Allows("BYYEARDAY", day.DayOfYear, inYear)
            && AllowsWeek(day)
            && (weekdays.Count == 0 || weekdays.Any(weekday => IsWeekday(day, weekday, inMonth, inYear)))
            && IsOfStart(day, start);
    }

    /// <summary>What the rule leaves open is as on the first day.</summary>
    private bool IsOfStart(LocalDate day, LocalDate start)
    {
        var isDayTold = weekdays.Count > 0 || by.ContainsKey("BYMONTHDAY") || by.ContainsKey("BYYEARDAY");
        return isDayTold || frequency switch
        {
            "YEARLY" when by.ContainsKey("BYWEEKNO") => day.DayOfWeek == start.DayOfWeek,
            "YEARLY" => day.Day == start.Day && (by.ContainsKey("BYMONTH") || day.Month == start.Month),
            "MONTHLY" => day.Day == start.Day,
            "WEEKLY" => day.DayOfWeek == start.DayOfWeek,
            _ => true,
        };
    }

    private bool IsWeekday(LocalDate day, (int Ordinal, IsoDayOfWeek Day) weekday, int inMonth, int inYear)
    {
        if (day.DayOfWeek != weekday.Day)
        {
            return false;
        }

        var isWithinMonth = frequency == "MONTHLY" || by.ContainsKey("BYMONTH");
        var (index, length) = isWithinMonth ? (day.Day, inMonth) : (day.DayOfYear, inYear);
        return weekday.Ordinal == 0 || frequency is not ("MONTHLY" or "YEARLY")
            || weekday.Ordinal == ((index - 1) / 7) + 1 || weekday.Ordinal == -(((length - index) / 7) + 1);
    }

    private bool AllowsWeek(LocalDate day)
    {
        if (!by.TryGetValue("BYWEEKNO", out var weeks))
        {
            return true;
        }

        var date = day.ToDateTimeUnspecified();
        var week = ISOWeek.GetWeekOfYear(date);
        return weeks.Contains(week) || weeks.Contains(week - ISOWeek.GetWeeksInYear(ISOWeek.GetYear(date)) - 1);
    }

    private bool Allows(string part, int value, int length) =>
        !by.TryGetValue(part, out var values) || values.Contains(value) || (length > 0 && values.Contains(value - length - 1));

    private void AddTimes(LocalDate day, LocalTime start, List<LocalDateTime> set)
    {
        foreach (var hour in by.GetValueOrDefault("BYHOUR", [start.Hour]))
        {
            foreach (var minute in by.GetValueOrDefault("BYMINUTE", [start.Minute]))
            {
                foreach (var second in by.GetValueOrDefault("BYSECOND", [start.Second]))
                {
                    set.Add(day + new LocalTime(hour, minute, Math.Min(second, 59)));
                }
            }
        }
    }

    private int TimesADay() => LengthOf("BYHOUR") * LengthOf("BYMINUTE") * LengthOf("BYSECOND");

    private int LengthOf(string part) => by.TryGetValue(part, out var values) ? values.Length : 1;

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "FREQ":
                frequency = value;
                return value is "YEARLY" or "MONTHLY" or "WEEKLY" or "DAILY";
            case "INTERVAL":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out interval) && interval is >= 1 and <= 1_000;
            case "COUNT":
                var isCount = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;
                Count = count;
                return isCount;
            case "UNTIL":
                Until = CalendarTime.Parse(value);
                return Until is not null;
            case "WKST":
                weekStart = (IsoDayOfWeek)(Array.IndexOf(Days, value) + 1);
                return weekStart != IsoDayOfWeek.None;
            case "BYDAY":
                return value.Split(',').Take(400).All(TakeWeekday);
            default:
                return TakeNumbers(name, value);
        }
    }

    private bool TakeWeekday(string text)
    {
        var day = text.Length < 2 ? -1 : Array.IndexOf(Days, text[^2..]);
        var ordinal = 0;
        if (day < 0 || (text.Length > 2 && (!int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) || ordinal is 0 or < -53 or > 53)))
        {
            return false;
        }

        weekdays.Add((ordinal, (IsoDayOfWeek)(day + 1)));
        return true;
    }

    private bool TakeNumbers(string name, string value)
    {
        var (min, max) = name switch
        {
            "BYMONTH" => (1, 12),
            "BYMONTHDAY" => (-31, 31),
            "BYYEARDAY" or "BYSETPOS" => (-366, 366),
            "BYWEEKNO" => (-53, 53),
            "BYHOUR" => (0, 23),
            "BYMINUTE" => (0, 59),
            "BYSECOND" => (0, 60),
            _ => (1, 0),
        };
        var numbers = new SortedSet<int>();
        foreach (var part in value.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
            {
                return false;
            }

            numbers.Add(number);
        }

        return by.TryAdd(name, [.. numbers]);
    }
}
