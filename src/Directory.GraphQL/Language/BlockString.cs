namespace CenterDirectory.GraphQL.Language;

/// <summary>The meaning of what stands between three quotes (2.9.4, <c>BlockStringValue</c>).</summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";

    /// <summary>Longer texts get lines of their own, as the reference implementation prints them.</summary>
    private const int LongestInline = 70;

    /// <summary>Takes the common indent off and blank lines away from both ends.</summary>
    /// <param name="raw">Everything between the quotes.</param>
    public static string Parse(string raw)
    {
        var lines = Lines(raw);
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        if (first < 0)
        {
            return "";
        }

        var last = Array.FindLastIndex(lines, line => !IsBlank(line));
        var indent = CommonIndent(lines);
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = lines[i].Length > indent ? lines[i][indent..] : "";
        }

        return string.Join('\n', lines, first, last - first + 1).Replace(EscapedQuotes, Quotes, StringComparison.Ordinal);
    }

    /// <summary>Writes a text between three quotes, so that <see cref="Parse"/> gives it back.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        var lines = Lines(escaped);
        var isSingleLine = lines.Length == 1;

        // The first line is never dedented: where all others begin with white space it must not be the first.
        var needsLineBefore = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsInQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);
        var needsLineAfter = (value.EndsWith('"') && !endsInQuotes) || value.EndsWith('\\');
        var ownLines = !isSingleLine || value.Length > LongestInline || needsLineAfter || endsInQuotes;
        var mustStartHere = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);

        var before = (ownLines && !mustStartHere) || needsLineBefore ? "\n" : "";
        var after = ownLines || needsLineAfter ? "\n" : "";
        return $"{Quotes}{before}{escaped}{after}{Quotes}";
    }

    /// <summary>Whether a text survives between three quotes: nothing there could say control characters, outer blank lines or an indent of all lines.</summary>
    public static bool IsPrintable(string value)
    {
        if (value.Any(c => char.IsControl(c) && c is not ('\t' or '\n')))
        {
            return false;
        }

        var lines = value.Split('\n');
        return value.Length == 0 || (!IsBlank(lines[0]) && !IsBlank(lines[^1]) && (lines.Length == 1 || CommonIndent(["", .. lines]) == 0));
    }

    private static string[] Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static int CommonIndent(string[] lines)
    {
        var indent = int.MaxValue;
        foreach (var line in lines.AsSpan(1))
        {
            if (!IsBlank(line))
            {
                indent = Math.Min(indent, Indent(line));
            }
        }

        return indent;
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(string line)
    {
        var count = 0;
        while (count < line.Length && IsWhiteSpace(line[count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
