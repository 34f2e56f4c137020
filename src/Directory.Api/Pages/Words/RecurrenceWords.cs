using System.Globalization;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>How an event repeats, as far as a few words tell it: «раз в 2 недели: вт, чт». The dates that follow stand beside it.</summary>
internal static class RecurrenceWords
{
    private static readonly Noun Days = new("день", "дня", "дней", "day", "days");
    private static readonly Noun Weeks = new("неделю", "недели", "недель", "week", "weeks");
    private static readonly Noun Months = new("месяц", "месяца", "месяцев", "month", "months");
    private static readonly Noun Years = new("год", "года", "лет", "year", "years");

    private static readonly (string Code, string Russian, string English)[] Weekdays =
    [
        ("MO", "пн", "Mon"), ("TU", "вт", "Tue"), ("WE", "ср", "Wed"), ("TH", "чт", "Thu"), ("FR", "пт", "Fri"), ("SA", "сб", "Sat"), ("SU", "вс", "Sun"),
    ];

    /// <summary>The rule of an event in words.</summary>
    public static string Of(PageLanguage language, string recurrence)
    {
        var parts = Parts(recurrence);
        var often = Often(language, parts);
        var days = WeekdaysOf(language, parts.GetValueOrDefault("BYDAY", ""));
        return days.Length == 0 ? often : $"{often}: {days}";
    }

    private static string Often(PageLanguage language, Dictionary<string, string> parts)
    {
        var every = int.TryParse(parts.GetValueOrDefault("INTERVAL"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : 1;
        var (word, noun) = parts.GetValueOrDefault("FREQ") switch
        {
            "DAILY" => (language.Pick("ежедневно", "daily"), Days),
            "WEEKLY" => (language.Pick("еженедельно", "weekly"), Weeks),
            "MONTHLY" => (language.Pick("ежемесячно", "monthly"), Months),
            "YEARLY" => (language.Pick("ежегодно", "yearly"), Years),
            _ => (language.Pick("несколько раз", "several times"), null),
        };
        return noun is null || every < 2
            ? word
            : $"{language.Pick("раз в", "every")} {language.Number(every)} {language.Noun(every, noun)}";
    }

    /// <summary>Only plain weekdays: «второй вторник» is left to the dates.</summary>
    private static string WeekdaysOf(PageLanguage language, string days)
    {
        var codes = days.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return codes.All(code => Weekdays.Any(day => day.Code == code))
            ? string.Join(", ", Weekdays.Where(day => codes.Contains(day.Code)).Select(day => language.Pick(day.Russian, day.English)))
            : "";
    }

    private static Dictionary<string, string> Parts(string recurrence)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var rule = recurrence.Split('\n').FirstOrDefault(line => line.StartsWith("RRULE", StringComparison.OrdinalIgnoreCase)) ?? "";
        foreach (var part in rule[(rule.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().ToUpperInvariant().Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parts[part[..equals]] = part[(equals + 1)..];
            }
        }

        return parts;
    }
}
