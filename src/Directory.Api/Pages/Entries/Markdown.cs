using System.Text;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Text as Markdown that shows exactly that text (CommonMark 0.31, 2.4).</summary>
internal static class Markdown
{
    // What has a meaning anywhere in a line; tilde and bar in the dialect of GitHub.
    private const string Anywhere = "\\`*_[]<>&~|";

    /// <summary>Text that is a line of its own.</summary>
    public static string Line(string text) => EscapeStart(Escape(text).Trim());

    /// <summary>Text within a line: signs that mean something are escaped, line breaks become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var symbol in text)
        {
            if (symbol is '\n' or '\r' or '\t')
            {
                escaped.Append(' ');
            }
            else if (!char.IsControl(symbol))
            {
                escaped.Append(Anywhere.Contains(symbol, StringComparison.Ordinal) ? "\\" : "").Append(symbol);
            }
        }

        return escaped.ToString();
    }

    /// <summary>A link; an address with parentheses would end at the first of them.</summary>
    public static string Link(string text, string address)
    {
        var target = new StringBuilder(address.Length);
        foreach (var symbol in address)
        {
            target.Append(symbol is '(' or ')' or '<' or '>' or '\\' || char.IsWhiteSpace(symbol) || char.IsControl(symbol) ? Uri.HexEscape((char)(symbol & 0xFF)) : symbol.ToString());
        }

        return $"[{Escape(text).Trim()}]({target})";
    }

    /// <summary>What means a heading, a list or a rule only at the start of a line.</summary>
    public static string EscapeStart(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        if (line[0] is '#' or '+' or '-' or '=' or ':')
        {
            return "\\" + line;
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')'
            ? $"{line[..digits]}\\{line[digits..]}"
            : line;
    }
}
