using System.Text.RegularExpressions;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Formats.Articles;

/// <summary>The text of a news item without what its site put around it.</summary>
/// <param name="Text">Paragraphs as lines; null if nothing is left.</param>
/// <param name="PhotoCredit">Credit of the picture, if a line told it.</param>
internal sealed partial record Article(string? Text, string? PhotoCredit)
{
    /// <summary>A repeated line of so many letters is a repeated paragraph; shorter ones may be meant.</summary>
    private const int LeastOfParagraph = 60;

    /// <summary>A headline is repeated above the first paragraphs; further down its words may be a sentence of the text.</summary>
    private const int LinesOfHead = 12;

    /// <summary>Cleans a text, plain or HTML.</summary>
    /// <param name="text">As the source has it.</param>
    /// <param name="title">The headline, which is not said twice.</param>
    public static Article Of(string text, string? title)
    {
        var headline = SearchText.Fold(title);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<string>();
        string? credit = null;
        var read = 0;
        foreach (var line in HtmlText.Prose(text).Split('\n'))
        {
            read++;
            if (Boilerplate.PhotoCredit(line) is { Length: > 0 } found)
            {
                credit ??= found;
            }
            else if (!Boilerplate.IsNoise(line) && !IsDate(line) && !IsHeadline(line, headline, read) && (line.Length < LeastOfParagraph || known.Add(line)))
            {
                lines.Add(line);
            }
        }

        return new Article(lines.Count > 0 ? string.Join('\n', lines) : null, credit);
    }

    private static bool IsHeadline(string line, string? headline, int number) =>
        number <= LinesOfHead && headline is { Length: > 0 } && SearchText.Fold(line) == headline;

    /// <summary>A line with nothing but a day, or a day and a time: the day of publication has a field of its own.</summary>
    private static bool IsDate(string line) => line.Length <= 40 && DateLine().IsMatch(line);

    [GeneratedRegex(
        @"^\s*(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря),?\s*\d{4})(?:\s*г(?:\.|ода)?)?,?(?:\s*(?:в\s*)?\d{1,2}:\d\d)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateLine();
}
