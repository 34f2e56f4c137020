using System.Globalization;
using System.Text.RegularExpressions;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// One row of opening hours as people write it: <c>пн-пт 9:00-18:00</c>, <c>Сб, вс: выходной</c>, <c>ежедневно с 10 до 19</c>,
/// <c>Mon–Fri 9–17</c>. Breaks for lunch, «по записи» and the like are not guessed at.
/// </summary>
internal static partial class OpeningHoursText
{
    private const int LongestText = 80;

    private static readonly Dictionary<string, Weekday> Days = new(StringComparer.Ordinal)
    {
        ["пн"] = Weekday.Monday, ["понедельник"] = Weekday.Monday, ["mon"] = Weekday.Monday, ["mo"] = Weekday.Monday,
        ["вт"] = Weekday.Tuesday, ["вторник"] = Weekday.Tuesday, ["tue"] = Weekday.Tuesday, ["tu"] = Weekday.Tuesday,
        ["ср"] = Weekday.Wednesday, ["среда"] = Weekday.Wednesday, ["wed"] = Weekday.Wednesday, ["we"] = Weekday.Wednesday,
        ["чт"] = Weekday.Thursday, ["четверг"] = Weekday.Thursday, ["thu"] = Weekday.Thursday, ["th"] = Weekday.Thursday,
        ["пт"] = Weekday.Friday, ["пятница"] = Weekday.Friday, ["fri"] = Weekday.Friday, ["fr"] = Weekday.Friday,
        ["сб"] = Weekday.Saturday, ["суббота"] = Weekday.Saturday, ["sat"] = Weekday.Saturday, ["sa"] = Weekday.Saturday,
        ["вс"] = Weekday.Sunday, ["воскресенье"] = Weekday.Sunday, ["sun"] = Weekday.Sunday, ["su"] = Weekday.Sunday,
    };

    /// <summary>The row; its words stay with it.</summary>
    public static bool TryRead(string text, out OpeningHours? hours)
    {
        hours = null;
        var match = text.Length <= LongestText ? Row().Match(Plain(text)) : Match.Empty;
        if (!match.Success || DaysOf(match.Groups["days"].Value) is not { } days)
        {
            return false;
        }

        var isClosed = match.Groups["closed"].Success;
        var (opens, closes) = (TimeOf(match.Groups["from"].Value), TimeOf(match.Groups["to"].Value));
        if (!isClosed && (opens is null || closes is null || opens == closes))
        {
            return false;
        }

        hours = new OpeningHours { Weekdays = days, OpensAt = isClosed ? null : opens, ClosesAt = isClosed ? null : closes, Text = text };
        return true;
    }

    private static string Plain(string text) =>
        Dashes().Replace(CellText.Collapse(text).ToLowerInvariant().Replace('ё', 'е'), "-");

    private static List<Weekday>? DaysOf(string text)
    {
        if (text is "ежедневно" or "daily")
        {
            return [.. Enum.GetValues<Weekday>()];
        }

        if (text is "будни" or "по будням" or "weekdays")
        {
            return [.. Enum.GetValues<Weekday>()[..5]];
        }

        var days = new SortedSet<Weekday>();
        foreach (Match part in Span().Matches(text))
        {
            var first = Days[part.Groups["first"].Value];
            var last = part.Groups["last"].Success ? Days[part.Groups["last"].Value] : first;
            // «Сб–вт» goes over the end of the week.
            for (var day = first; ; day = day == Weekday.Sunday ? Weekday.Monday : day + 1)
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return days.Count == 0 ? null : [.. days];
    }

    private static TimeOnly? TimeOf(string text)
    {
        var parts = text.Split(':', '.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(parts.Length > 1 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60 && (hour < 24 || (hour, minute) == (24, 0))
            ? new TimeOnly(hour % 24, minute)
            : null;
    }

    private const string Day =
        "(понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun|mo|tu|we|th|fr|sa|su)";

    [GeneratedRegex(
        $"""^(?<days>ежедневно|daily|будни|по будням|weekdays|{Day}\.?( ?- ?{Day}\.?)?((, ?| и | |/){Day}\.?( ?- ?{Day}\.?)?)*) ?[:,]? ?(с )?((?<from>\d\d?([:.]\d\d)?) ?(-|до) ?(?<to>\d\d?([:.]\d\d)?)|(?<closed>выходной( день)?|выходные( дни)?|закрыто|closed))$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex($"""(?<first>{Day})\.?( ?- ?(?<last>{Day}))?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex("[‐‑–—−]")]
    private static partial Regex Dashes();
}
