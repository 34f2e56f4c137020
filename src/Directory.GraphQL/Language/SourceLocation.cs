namespace CenterDirectory.GraphQL.Language;

/// <summary>A place in a document as errors report it.</summary>
/// <param name="Line">From 1; CRLF, CR and LF each end a line.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>Finds line and column of an offset.</summary>
    public static SourceLocation Of(string source, int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 >= source.Length || source[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}
