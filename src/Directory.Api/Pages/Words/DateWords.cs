using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>Dates as people write them, no more exact than the source: «16–17 ноября, год не назван», "about April 2019".</summary>
internal static class DateWords
{
    /// <summary>A date of a source.</summary>
    public static string Of(PageLanguage language, FuzzyDate date)
    {
        var slash = date.Value.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Single(language, DatePoint.Read(date.Value)) : Interval(language, date.Value[..slash], date.Value[(slash + 1)..]);
    }

    /// <summary>A day of the calendar: «16 ноября 2019», "16 November 2019".</summary>
    public static string Of(PageLanguage language, DateOnly day) => Single(language, new DatePoint(day.Year, day.Month, day.Day));

    /// <summary>A day of the week and of the calendar: «вторник, 20 января 2026».</summary>
    public static string WithWeekday(PageLanguage language, DateOnly day) =>
        $"{day.ToString("dddd", CultureOf(language))}, {Of(language, day)}";

    /// <summary>What a machine reads in HTML's <c>time</c>; null for what is no single day, month or year.</summary>
    public static string? Machine(FuzzyDate date) =>
        date.Value.AsSpan().ContainsAny("X~?%/") ? null : date.Value;

    private static string Single(PageLanguage language, DatePoint point) => (point.IsApproximate, point.IsUncertain) switch
    {
        (true, true) => language.Pick($"вероятно, около {Genitive(language, point)}", $"probably about {Plain(language, point)}"),
        (true, false) => language.Pick($"около {Genitive(language, point)}", $"about {Plain(language, point)}"),
        (false, true) => language.Pick($"вероятно, {Plain(language, point)}", $"probably {Plain(language, point)}"),
        _ => Plain(language, point),
    };

    private static string Plain(PageLanguage language, DatePoint point) => point switch
    {
        // Digits that stand for themselves only in part: no words are as exact as the text itself.
        { Verbatim: { } text } => text,
        { Decade: { } decade } => language.Pick($"{decade}-е годы", $"{decade}s"),
        { Year: null, Month: { } month } => $"{DayAndMonth(language, month, point.Day)}, {language.Pick("год не назван", "year not stated")}",
        { Year: { } year, Month: { } month } => $"{DayAndMonth(language, month, point.Day)} {Number(year)}",
        { Year: { } year } => language.Pick($"{Number(year)} год", Number(year)),
        _ => language.Pick("дата не названа", "date not stated"),
    };

    private static string Interval(PageLanguage language, string startText, string endText)
    {
        var (start, end) = (DatePoint.Read(startText), DatePoint.Read(endText));
        if (endText is "" or "..")
        {
            var since = language.Pick($"с {(start.IsPlain ? Genitive(language, start) : Single(language, start))}", $"from {Single(language, start)}");
            return endText.Length > 0 ? since : language.Pick($"{since}, окончание не названо", $"{since}, end not stated");
        }

        if (startText is "" or "..")
        {
            var until = language.Pick($"по {Single(language, end)}", $"until {Single(language, end)}");
            return startText.Length > 0 ? until : language.Pick($"{until}, начало не названо", $"{until}, start not stated");
        }

        return start.IsPlain && end.IsPlain && Joined(language, start, end) is { } joined
            ? joined
            : $"{Single(language, start)} – {Single(language, end)}";
    }

    /// <summary>What both ends share is said once; null if they share nothing that could be.</summary>
    private static string? Joined(PageLanguage language, DatePoint start, DatePoint end) => (start, end) switch
    {
        ({ Month: null, Year: { } first }, { Month: null, Year: { } last }) => language.Pick($"{Number(first)}–{Number(last)} годы", $"{Number(first)}–{Number(last)}"),
        _ when start.Year != end.Year || start.Month is null || end.Month is null => null,
        _ when start == end => Single(language, start),
        ({ Day: { } from, Month: { } month }, { Day: { } to }) when start.Month == end.Month =>
            WithYear(language, $"{Number(from)}–{Number(to)} {MonthAfterDay(language, month)}", start.Year),
        _ => WithYear(language, $"{DayAndMonth(language, start.Month.Value, start.Day)} – {DayAndMonth(language, end.Month.Value, end.Day)}", start.Year),
    };

    private static string WithYear(PageLanguage language, string text, int? year) =>
        year is { } known ? $"{text} {Number(known)}" : $"{text}, {language.Pick("год не назван", "year not stated")}";

    /// <summary>As it stands after «с» and «около»: «с марта 2019», «около 2019 года».</summary>
    private static string Genitive(PageLanguage language, DatePoint point) => point switch
    {
        { Verbatim: null, Decade: null, Year: { } year, Month: { } month, Day: null } => $"{MonthAfterDay(language, month)} {Number(year)}",
        { Verbatim: null, Decade: null, Year: { } year, Month: null } => language.Pick($"{Number(year)} года", Number(year)),
        { Decade: { } decade } => language.Pick($"{decade}-х годов", $"{decade}s"),
        _ => Plain(language, point),
    };

    private static string DayAndMonth(PageLanguage language, int month, int? day) =>
        day is { } known ? $"{Number(known)} {MonthAfterDay(language, month)}" : CultureOf(language).DateTimeFormat.MonthNames[month - 1];

    private static string MonthAfterDay(PageLanguage language, int month) => CultureOf(language).DateTimeFormat.MonthGenitiveNames[month - 1];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CultureInfo CultureOf(PageLanguage language) => language.Culture;
}
