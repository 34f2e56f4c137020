using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>A document with its variables; README.md tells how they are written down.</summary>
/// <param name="Document">The document.</param>
/// <param name="Variables">A JSON object; null if there is none.</param>
/// <param name="Operation">Name of the operation; null if there is just one.</param>
internal sealed partial record GoldenCase(string Document, string? Variables = null, string? Operation = null)
{
    /// <summary>A few digits of a hash: they show whether an answer belongs to the document beside it.</summary>
    public string Key =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes($"{Document}|{Variables}|{Operation}".AsSpan())).AsSpan(0, 4));

    public static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>All case files by name.</summary>
    public static IEnumerable<string> Files() =>
        System.IO.Directory.EnumerateFiles(Folder()).Where(path => path.EndsWith(".lines", StringComparison.Ordinal) || path.EndsWith(".graphql", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The cases of a file.</summary>
    public static IReadOnlyList<GoldenCase> Read(string fileName)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), fileName)).ReplaceLineEndings("\n");
        return fileName.EndsWith(".lines", StringComparison.Ordinal)
            ? [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(FromLine)]
            : [.. Regex.Split(text, "\n{2,}").Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0).Select(FromParagraph).OfType<GoldenCase>()];
    }

    private static GoldenCase FromLine(string line)
    {
        var parts = Line().Match(line);
        return new GoldenCase(Unescape(parts.Groups[1].Value), parts.Groups[2].Success ? parts.Groups[2].Value : null);
    }

    private static GoldenCase? FromParagraph(string paragraph)
    {
        var lines = paragraph.Split('\n');
        var head = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        string? Find(string key) => head.Find(line => line.StartsWith($"# {key}: ", StringComparison.Ordinal))?[(key.Length + 4)..];
        return head.Count == lines.Length
            ? null
            : new GoldenCase(Unescape(string.Join('\n', lines.Skip(head.Count))), Find("variables"), Find("operation"));
    }

    private static string Unescape(string text) =>
        Character().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"^(.*?)(?: # (\{.*\}))?$")]
    private static partial Regex Line();

    [GeneratedRegex("‹U\\+([0-9A-F]{4})›")]
    private static partial Regex Character();
}
