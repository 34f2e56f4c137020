using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Wording;

/// <summary>Dates as people write them, as vague as they are: «август 2019», «16–17 ноября, год не назван», «около 2 апреля 2019».</summary>
internal static class DateWords
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date in words.</summary>
    public static string Of(FuzzyDate date, Locale locale)
    {
        var text = date.Value;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var isYearUnknown = text.Contains("XXXX-", StringComparison.Ordinal);
        var words = slash < 0 ? Part(text, locale, false) : Interval(text[..slash], text[(slash + 1)..], locale);
        return isYearUnknown ? $"{words}{new LocalizedText(", год не назван", ", year not told").In(locale)}" : words;
    }

    /// <summary>A day in words.</summary>
    public static string Of(DateOnly day, Locale locale) => day.ToString(locale == Locale.En ? "d MMMM yyyy" : "d MMMM yyyy", CultureOf(locale));

    private static string Interval(string start, string end, Locale locale)
    {
        if (start is "" or ".." || end is "" or "..")
        {
            return start is "" or ".."
                ? $"{new LocalizedText("до", "until").In(locale)} {Part(end, locale, true)}"
                : $"{new LocalizedText("с", "from").In(locale)} {Part(start, locale, true)}";
        }

        // «16–17 ноября 2026»: what both ends share is said once.
        var isPlain = start.Length == 10 && end.Length == 10;
        if (isPlain && start[..7] == end[..7] && char.IsAsciiDigit(start[8]) && char.IsAsciiDigit(start[5]))
        {
            return $"{Number(start[8..10])}–{Part(end, locale, false)}";
        }

        return isPlain && start[..5] == end[..5] && start[0] != 'X'
            ? $"{Part("XXXX" + start[4..], locale, false)} – {Part(end, locale, false)}"
            : $"{Part(start, locale, false)} – {Part(end, locale, false)}";
    }

    private static string Part(string part, Locale locale, bool isGenitive)
    {
        var qualifier = part[^1] is '~' or '?' or '%' ? part[^1] : ' ';
        var date = qualifier == ' ' ? part : part[..^1];
        var words = Date(date, locale, isGenitive || qualifier is '~' or '%');
        return qualifier switch
        {
            '~' => $"{new LocalizedText("около", "about").In(locale)} {words}",
            '?' => $"{new LocalizedText("вероятно,", "probably").In(locale)} {words}",
            '%' => $"{new LocalizedText("вероятно, около", "probably about").In(locale)} {words}",
            _ => words,
        };
    }

    private static string Date(string date, Locale locale, bool isGenitive)
    {
        var year = date[..4] == "XXXX" ? "" : $" {Digits(date[..4])}";
        var culture = CultureOf(locale).DateTimeFormat;
        if (date.Length == 4 || date[5] == 'X')
        {
            return date[..4] == "XXXX" ? new LocalizedText("год не назван", "year not told").In(locale)
                : locale == Locale.En ? year.Trim() : $"{year.Trim()} {(isGenitive ? "года" : "год")}";
        }

        if (date[5..7].Contains('X', StringComparison.Ordinal))
        {
            return date;
        }

        var month = Number(date[5..7]) - 1;
        return date.Length == 7 || date[8] == 'X'
            ? $"{(isGenitive ? culture.MonthGenitiveNames : culture.MonthNames)[month]}{year}"
            : $"{Digits(date[8..10]).TrimStart('0')} {culture.MonthGenitiveNames[month]}{year}";
    }

    /// <summary>Unspecified digits are shown as such: «201… год».</summary>
    private static string Digits(string digits) => digits.Contains('X', StringComparison.Ordinal) ? digits.Replace("X", "", StringComparison.Ordinal) + "…" : digits;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private static CultureInfo CultureOf(Locale locale) => locale == Locale.En ? English : Russian;
}
