using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>Texts of several lines, as feeds and calendars bring them.</summary>
internal static class PlainText
{
    private const int MaxLine = 1_000;

    /// <summary>Lines without white space around them, empty ones left out.</summary>
    public static string Tidy(string text, int maxLength)
    {
        var result = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tidy = CellText.Collapse(line.ToString());
            if (tidy.Length > 0)
            {
                result.Append(result.Length > 0 ? "\n" : "").Append(tidy);
            }

            if (result.Length > maxLength)
            {
                break;
            }
        }

        return Shorten(result.ToString(), maxLength);
    }

    /// <summary>Everything in one line of bearable length.</summary>
    public static string OneLine(string text) => Shorten(CellText.Collapse(text), MaxLine);

    /// <summary>At most so many characters, cut between words; an ellipsis tells that something is missing.</summary>
    public static string Shorten(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', maxLength - 1, maxLength / 4);
        cut = cut > 0 ? cut : maxLength - 1;
        cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        return text[..cut].TrimEnd(' ', '\n', ',', ';', ':', '–', '-') + "…";
    }
}
