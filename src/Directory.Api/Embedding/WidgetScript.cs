using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CenterDirectory.Api.Embedding;

/// <summary>
/// The script of the widgets: its parts, which are written as small files, joined to one module, so that a visitor waits for one transfer. What
/// the program knows (ids of documents, vocabularies, where the texts are) is put before them.
/// </summary>
internal static partial class WidgetScript
{
    /// <summary>In the order in which they need one another.</summary>
    private static readonly string[] Parts =
        ["ask", "words", "markup", "dates", "style", "widget", "filters", "parts", "directory", "card", "agenda", "events", "define"];

    /// <summary>The module.</summary>
    public static EmbedAsset Module { get; } = new(Build(), "text/javascript; charset=utf-8");

    private static string Build()
    {
        var text = new StringBuilder()
            .Append("// CenterDirectory widgets, Apache-2.0\n")
            .Append("const documents = ").Append(JsonSerializer.Serialize(WidgetDocuments.Ids)).Append(";\n")
            .Append("const vocabularies = ").Append(JsonSerializer.Serialize(WidgetTexts.Vocabularies)).Append(";\n")
            .Append("const texts = ").Append(JsonSerializer.Serialize(WidgetTexts.ByLanguage.ToDictionary(
                texts => texts.Key, texts => new { path = EmbedAddresses.Texts(texts.Key), integrity = texts.Value.Integrity }))).Append(";\n");
        foreach (var part in Parts)
        {
            var lines = EmbeddedText.Read($"Script/{part}.js").Split('\n').Select(line => line.Trim()).Where(IsCode);
            text.AppendJoin('\n', part == "style" ? lines.Select(Squeezed) : lines).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A line of CSS without the spaces that only people need.</summary>
    private static string Squeezed(string line) => Spaces().Replace(line, "$1");

    [GeneratedRegex(@" ?([{}]) ?|(?<=[:;,]) ")]
    private static partial Regex Spaces();

    /// <summary>The parts are for people to read, the module is for browsers: lines that only explain stay at home.</summary>
    private static bool IsCode(string line) =>
        line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("/**", StringComparison.Ordinal)
        && !line.StartsWith("* ", StringComparison.Ordinal) && line != "*/";
}
