using System.Globalization;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>Dates of feeds: RFC 822 with all its liberties, ISO 8601, and what Russian sites write by hand.</summary>
internal static partial class SyndicationDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] RussianMonths = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    // The names that RFC 822 knows, and Moscow's, which is always three hours since 2014.
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300,
        ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420, ["MSK"] = 180, ["MSD"] = 240,
    };

    /// <summary>The instant, if the offset is told, and the day as the publisher wrote it; null if it is no date.</summary>
    public static FeedDate? Read(string text)
    {
        if (text.Length > 64)
        {
            return null;
        }

        var match = Rfc822().Match(text) is { Success: true } mail ? mail
            : Iso().Match(text) is { Success: true } iso ? iso
            : Dotted().Match(text);
        return match.Success ? Read(match) : null;
    }

    private static FeedDate? Read(Match match)
    {
        var year = Number(match, "year");
        year += match.Groups["year"].Length > 2 ? 0 : year < 70 ? 2000 : 1900;
        var month = match.Groups["name"].Success ? MonthOf(match.Groups["name"].Value) : Number(match, "month");
        var day = Number(match, "day");
        if (year is < 1970 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (!match.Groups["hour"].Success || hour > 23 || minute > 59 || second > 60 || OffsetOf(match.Groups["zone"].Value) is not { } offset)
        {
            return new FeedDate(null, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        var instant = date.AddSeconds((hour * 3600) + (minute * 60) + Math.Min(second, 59) - (offset * 60));
        return new FeedDate(
            instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static int MonthOf(string name)
    {
        bool Begins(string month) => name.StartsWith(month, StringComparison.OrdinalIgnoreCase);
        return Math.Max(Array.FindIndex(Months, Begins), Array.FindIndex(RussianMonths, Begins)) + 1;
    }

    /// <summary>Minutes east of Greenwich; null if nothing is told.</summary>
    private static int? OffsetOf(string zone)
    {
        if (zone.Length == 0 || zone[0] is not ('+' or '-'))
        {
            return Zones.TryGetValue(zone, out var known) ? known : null;
        }

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        return minutes > 14 * 60 ? null : zone[0] == '-' ? -minutes : minutes;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(\p{L}{2,12}\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<name>\p{L}{3,9})\.?[\s-]+(?<year>\d{4}|\d{2})(,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2})(\.\d+)?)?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc822();

    [GeneratedRegex(
        @"^\s*(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})([Tt\s]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2})([.,]\d+)?)?\s*(?<zone>[+-]\d{2}(:?\d{2})?|[A-Za-z]{1,4})?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^\s*(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(:(?<second>\d{2}))?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();
}

/// <summary>A date of a feed.</summary>
/// <param name="Instant">In UTC; null if the offset is not told.</param>
/// <param name="Day">The day at the publisher's place.</param>
internal sealed record FeedDate(string? Instant, string Day);
