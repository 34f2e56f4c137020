using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Formats;

/// <summary>JSON as whole documents, for formats that are small or nested every way.</summary>
internal static partial class JsonText
{
    private const int MaxDepth = 64;
    private const int MaxCharacters = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly JsonReaderOptions SeveralOptions = new()
    {
        MaxDepth = MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true,
    };

    /// <summary>All of a text; null if it is longer than 64 million characters.</summary>
    public static async ValueTask<string?> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var content = new StringBuilder();
        var block = new char[64 * 1024];
        int read;
        while ((read = await text.ReadBlockAsync(block, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxCharacters)
            {
                return null;
            }

            content.Append(block, 0, read);
        }

        return content.ToString();
    }

    /// <summary>The document; escapes that are half of a character become U+FFFD: no text could be made of them.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(string text) => JsonDocument.Parse(Mend(text), Options);

    /// <summary>Documents one after the other, as NDJSON has them or a careless export, and the line on which each begins.</summary>
    /// <exception cref="JsonException">One of them is no JSON.</exception>
    public static IReadOnlyList<(JsonDocument Document, int Line)> ParseAll(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(Mend(text));
        var reader = new Utf8JsonReader(bytes, SeveralOptions);
        var documents = new List<(JsonDocument, int)>();
        var (line, counted) = (1, 0);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
                counted = start;
                documents.Add((JsonDocument.ParseValue(ref reader), line));
            }

            return documents;
        }
        catch (JsonException)
        {
            documents.ForEach(pair => pair.Item1.Dispose());
            throw;
        }
    }

    private static string Mend(string text) => text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(text, match => match.Groups["lone"].Success ? "\\ufffd" : match.Value)
        : text;

    // An escaped backslash and a whole pair come first, so that what follows them is not taken for a part of them.
    [GeneratedRegex(
        @"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
