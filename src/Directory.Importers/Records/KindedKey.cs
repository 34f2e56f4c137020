namespace CenterDirectory.Importers.Records;

/// <summary>A reference that names the kind of its target: <c>Center/omsk</c>, <c>Territory/27</c>, <c>Project/other-source:12</c>.</summary>
internal static class KindedKey
{
    private const char Separator = '/';

    /// <summary>Kind and key of a text that is known to be such a reference.</summary>
    public static (string Kind, string Key) Parse(string text)
    {
        var slash = text.IndexOf(Separator, StringComparison.Ordinal);
        return (text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Whether a text names one of the kinds and a key.</summary>
    public static bool IsOne(string text, IReadOnlyList<string> kinds) =>
        text.IndexOf(Separator, StringComparison.Ordinal) is var slash and > 0 && slash < text.Length - 1 && kinds.Contains(text[..slash]);
}
