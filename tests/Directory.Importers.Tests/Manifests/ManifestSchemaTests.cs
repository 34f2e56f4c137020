using System.Text.Json.Nodes;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Manifests;

/// <summary>The schema that editors complete and check by says what the reader of manifests says.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly string Feeds = Path.Combine(TestFeed.SolutionRoot, "feeds");

    private static readonly JsonObject Schema = JsonNode.Parse(ManifestSchema.Write())!.AsObject();

    // feeds/example is the reader's: the README tells how to make it.
    public static TheoryData<string> Shipped() =>
    [
        .. System.IO.Directory.EnumerateFiles(Feeds, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Feeds, file))
            .Where(file => !file.StartsWith("example", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_file_is_what_the_command_prints() => Snapshot.MatchFile(ManifestSchema.Write(), Path.Combine(Feeds, "manifest.schema.json"));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_manifest_obeys_it_and_names_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(Feeds, file));

        Assert.Empty(SchemaCheck.Problems(Schema, YamlNodes.Read(text)));
        var depth = file.Count(symbol => symbol == Path.DirectorySeparatorChar);
        var line = $"# yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", depth))}manifest.schema.json";
        Assert.StartsWith(line, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titel: Клубы", "titel")]
    [InlineData("grace-runs: long", "grace-runs")]
    [InlineData("expect: { removed-at-most: 20 }", "removed-at-most")]
    [InlineData("source: { file: a.csv, format: cvs }", "format")]
    [InlineData("source: { file: a.csv, delimitr: tab }", "delimitr")]
    [InlineData("record: Organisation", "record")]
    [InlineData("map: { names: title }", "names")]
    [InlineData("map: { name: { from: title, trimm: true } }", "name")]
    [InlineData("map: { level: { const: LOCAL } }", "level")]
    [InlineData("map: { location: { latitude: lat, longitude: lon, hight: h } }", "hight")]
    [InlineData("map: { contacts: { value: phone } }", "contacts")]
    public void What_the_reader_refuses_it_refuses_too(string change, string place)
    {
        const string Valid = """
            { "key": "clubs", "title": "Клубы", "source": { "file": "a.csv" }, "record": "Center", "id-from": ["id"], "map": { "name": "title" } }
            """;
        var manifest = JsonNode.Parse(Valid)!.AsObject();
        Assert.Empty(SchemaCheck.Problems(Schema, manifest));
        foreach (var (key, value) in YamlNodes.Read(change)!.AsObject())
        {
            manifest[key] = value?.DeepClone();
        }

        Assert.Contains(SchemaCheck.Problems(Schema, manifest), problem => problem.Contains(place, StringComparison.Ordinal));
    }
}
