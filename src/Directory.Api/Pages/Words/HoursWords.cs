using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>Opening hours in a line each: «Пн–Пт: 9:00–18:00».</summary>
internal static class HoursWords
{
    private static readonly string[] Russian = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
    private static readonly string[] English = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>One row.</summary>
    public static string Of(PageLanguage language, OpeningHours row)
    {
        var days = Days(language, row.Weekdays);
        var times = (row.OpensAt, row.ClosesAt) switch
        {
            ({ } opens, { } closes) => $"{Time(opens)}–{Time(closes)}",
            ({ } opens, null) => language.Pick($"с {Time(opens)}", $"from {Time(opens)}"),
            (null, { } closes) => language.Pick($"до {Time(closes)}", $"until {Time(closes)}"),
            _ => row.Text ?? language.Pick("закрыто", "closed"),
        };
        var line = days.Length == 0 ? times : $"{days}: {times}";
        return Validity(language, row) is { } validity ? $"{line} ({validity})" : line;
    }

    /// <summary>A day in few letters: «пн».</summary>
    public static string Day(PageLanguage language, Weekday day) => (language.Locale == Locale.En ? English : Russian)[(int)day];

    /// <summary>«пн–пт, вс»: days that follow one another are a span.</summary>
    private static string Days(PageLanguage language, IReadOnlyList<Weekday> weekdays)
    {
        var names = language.Locale == Locale.En ? English : Russian;
        var days = weekdays.Select(day => (int)day).Distinct().Order().ToList();
        if (days.Count == names.Length)
        {
            return language.Pick("ежедневно", "daily");
        }

        var spans = new List<string>();
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last + 1] == days[last] + 1)
            {
                last++;
            }

            spans.Add(last == first ? names[days[first]] : $"{names[days[first]]}{(last - first > 1 ? "–" : ", ")}{names[days[last]]}");
            first = last + 1;
        }

        return string.Join(", ", spans);
    }

    private static string? Validity(PageLanguage language, OpeningHours row) => (row.ValidFrom, row.ValidThrough) switch
    {
        ({ } from, { } to) => $"{DateWords.Of(language, from)} – {DateWords.Of(language, to)}",
        ({ } from, null) => language.Pick($"с {DateWords.Of(language, from)}", $"from {DateWords.Of(language, from)}"),
        (null, { } to) => language.Pick($"по {DateWords.Of(language, to)}", $"until {DateWords.Of(language, to)}"),
        _ => null,
    };

    private static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
