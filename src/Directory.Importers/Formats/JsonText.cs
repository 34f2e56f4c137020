using System.Text.Json;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Formats;

/// <summary>JSON as whole documents, for formats that are small or nested every way.</summary>
internal static partial class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The document; escapes that are half of a character become U+FFFD: no text could be made of them.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonDocument Parse(string text) =>
        JsonDocument.Parse(text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? LoneSurrogate().Replace(text, "\\ufffd") : text, Options);

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}",
        RegexOptions.CultureInvariant)]
    private static partial Regex LoneSurrogate();
}
