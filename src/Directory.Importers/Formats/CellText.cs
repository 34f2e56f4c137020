using System.Buffers;
using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>White space as publishers leave it around and inside of values.</summary>
internal static class CellText
{
    // Zero-width characters are no white space to .NET, yet nobody sees them in a spreadsheet either.
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>The text without white space around it, no-break and zero-width spaces included.</summary>
    public static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return end - start == text.Length ? text : text[start..end];
    }

    /// <summary>The text with every run of white space, line breaks included, as one space.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var symbol in text)
        {
            if (IsBlank(symbol))
            {
                isGap = result.Length > 0;
                continue;
            }

            if (isGap)
            {
                result.Append(' ');
                isGap = false;
            }

            result.Append(symbol);
        }

        return result.ToString();
    }

    public static bool IsBlank(char symbol) => char.IsWhiteSpace(symbol) || Unseen.Contains(symbol);
}
