namespace CenterDirectory.GraphQL.Language;

/// <summary>A place in a document as errors report it.</summary>
/// <param name="Line">From 1; CRLF, CR and LF each end a line.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>Finds line and column of an offset.</summary>
    public static SourceLocation Of(string source, int offset) => Of(LineStarts(source), offset);

    /// <summary>Finds line and column of an offset in a source whose lines are known.</summary>
    internal static SourceLocation Of(int[] lineStarts, int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourceLocation(line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>Offsets at which the lines of a source begin.</summary>
    internal static int[] LineStarts(string source)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 >= source.Length || source[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
