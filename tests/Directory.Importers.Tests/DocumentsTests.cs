using System.Text;
using System.Text.RegularExpressions;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests;

/// <summary>What the documents say about feeds is true.</summary>
public sealed partial class DocumentsTests
{
    [Fact]
    public void Table_of_steps_is_that_of_the_code()
    {
        var expected = new StringBuilder("| step | does |\n|---|---|\n");
        foreach (var step in Steps.All)
        {
            expected.Append("| `").Append(Cell(step.Argument)).Append("` | ").Append(Cell(step.Summary.En)).Append(" |\n");
        }

        Assert.Contains(expected.ToString(), Document("docs/feeds.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_a_manifest_is_in_the_reference()
    {
        var document = Document("docs/feeds.md");
        var keys = ManifestReader.Keys.Concat(TableReader.Keys).Concat(LocationReader.Keys).Concat(FeedFormats.Names.SelectMany(FeedFormats.Keys));

        Assert.All(keys.Distinct(), key => Assert.Contains($"`{key}`", document, StringComparison.Ordinal));
        Assert.All(FeedFormats.Names, format => Assert.Matches($"[*`, ]{format}[,*`]", document));
    }

    [Fact]
    public void Every_record_kind_is_in_the_reference() =>
        Assert.All(RecordSchema.Kinds, kind => Assert.Contains($"`{kind}`", Document("docs/feeds.md"), StringComparison.Ordinal));

    [Fact]
    public async Task Example_of_the_readme_works_as_written()
    {
        using var feed = new TestFeed();
        feed.Write("centers.csv", Block("csv"));

        var read = await feed.ReadAsync(Block("yaml"));

        Assert.Null(read.Failure);
        Assert.Empty(read.Codes);
        Assert.Equal(
            [
                """{"name":"Ресурсный центр «Пример»","status":"Active","supportKinds":["Consulting","Training"],"startsOn":"2021-03-15","territory":"55","contacts":[{"kind":"Phone","value":"+78000000001"}]}""",
                """{"name":"Ресурсный центр «Образец»","status":"Active","supportKinds":["Consulting"],"startsOn":"2022","territory":"27"}""",
            ],
            read.Payloads);
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Block(string language) =>
        Assert.Single(Blocks().Matches(Document("README.md")), match => match.Groups["language"].Value == language).Groups["text"].Value;

    private static string Document(string path) => File.ReadAllText(Path.Combine(TestFeed.SolutionRoot, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("^```(?<language>csv|yaml)\\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
