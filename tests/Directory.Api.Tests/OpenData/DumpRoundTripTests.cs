using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>Whatever is in a directory: its dump, imported into an empty one, makes the same directory.</summary>
public sealed class DumpRoundTripTests : IDisposable
{
    /// <summary>Questions whose answers do not name keys, which are each directory's own.</summary>
    private static readonly string[] Questions =
    [
        "{ centers(first: 100) { totalCount nodes { slug displayName supportKinds audiences territory { slug } services { totalCount } contacts { kind value } } } }",
        "{ organizations(first: 100, order: [{ name: DESC }]) { totalCount nodes { slug name ogrn aliases } } }",
        "{ events(first: 100) { nodes { slug title date startsAt status } } }",
        "{ news(first: 100, where: { text: { contains: \"а\" } }) { nodes { slug title publishedOn } } }",
        "{ search(query: \"центр\", first: 50) { totalCount nodes { __typename } facets { types { type count } } } }",
    ];

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_dump_makes_the_directory_again(int seed)
    {
        await using var bare = await OwnDirectory.CreateAsync();
        var tables = bare.Services.GetRequiredService<DumpTables>();
        var records = new RandomDump(tables, new Random(seed)).Write();
        await using var first = await DumpFacts.ImportAsync(records.Select(table => (table.Key.Name + DumpNames.Lines, Lines(table.Value))));
        var one = await DumpFacts.ExportAsync(first, Path.Combine(folder.FullName, "one"));

        await using var second = await DumpFacts.ImportAsync(System.IO.Directory.EnumerateFiles(one, "*" + DumpNames.Lines)
            .Where(file => Path.GetFileName(file) != DumpNames.All).Select(file => (Path.GetFileName(file), File.ReadAllText(file))));
        var two = await DumpFacts.ExportAsync(second, Path.Combine(folder.FullName, "two"));

        Assert.Equal(DumpFacts.Of(one), DumpFacts.Of(two));
        AssertStated(records, one);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    public async Task A_dump_of_one_database_makes_the_directory_again_on_the_other(DatabaseKind from, DatabaseKind to)
    {
        await using var bare = await OwnDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        var records = new RandomDump(bare.Services.GetRequiredService<DumpTables>(), new Random(4)).Write();
        await using var first = await DumpFacts.ImportAsync(records.Select(table => (table.Key.Name + DumpNames.Lines, Lines(table.Value))), from);
        var one = await DumpFacts.ExportAsync(first, Path.Combine(folder.FullName, "one"));

        await using var second = await DumpFacts.ImportAsync(System.IO.Directory.EnumerateFiles(one, "*" + DumpNames.Lines)
            .Where(file => Path.GetFileName(file) != DumpNames.All).Select(file => (Path.GetFileName(file), File.ReadAllText(file))), to);
        var two = await DumpFacts.ExportAsync(second, Path.Combine(folder.FullName, "two"));

        Assert.Equal(DumpFacts.Of(one), DumpFacts.Of(two));
        AssertStated(records, one);
        foreach (var question in Questions)
        {
            Assert.Equal((await first.DataAsync(question)).GetRawText(), (await second.DataAsync(question)).GetRawText());
        }
    }

    [Fact]
    public async Task Every_field_is_stated_by_some_record_of_this_test()
    {
        await using var bare = await OwnDirectory.CreateAsync();
        var tables = bare.Services.GetRequiredService<DumpTables>();
        var stated = Enumerable.Range(1, 3).SelectMany(seed => new RandomDump(tables, new Random(seed)).Write())
            .SelectMany(table => table.Value.SelectMany(record => record.Select(field => $"{table.Key.Kind}.{field.Key}"))).ToHashSet();

        var silent = from table in tables.All
                     where !table.IsDerived
                     from field in table.Fields
                     where field.Name is not ("displayName" or "createdAt" or "updatedAt") && !stated.Contains($"{table.Kind}.{field.Name}")
                     select $"{table.Kind}.{field.Name}";
        // Bounds follow from dates; what centers offer is more than what is stated of them.
        Assert.Equal(
            [
                "Center.audiences", "Center.supportKinds", "Event.dateEarliest", "Event.dateLatest", "Metric.periodEarliest", "Metric.periodLatest", "Program.periodEarliest",
                "Program.periodLatest", "Project.periodEarliest", "Project.periodLatest",
            ],
            silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_manifest_has_a_table_for_every_type_and_the_file_of_all_serves_for_each()
    {
        await using var bare = await OwnDirectory.CreateAsync();
        var tables = bare.Services.GetRequiredService<DumpTables>();
        var manifest = Assert.Single(Importers.Manifests.ManifestLoader.LoadFile(Path.Combine(CenterDirectory.Api.Hosting.HostPaths.Root, "feeds", "directory.yaml")).Manifests);

        Assert.Equal(
            tables.All.Where(table => !table.IsDerived).Select(table => (table.Name + DumpNames.Lines, table.Kind)).Order(),
            manifest.Tables.Select(table => (table.Source.File!, table.Record)).Order());
    }

    /// <summary>What the first directory was told stands in its dump as it was told.</summary>
    private static void AssertStated(Dictionary<DumpTable, List<JsonObject>> records, string dump)
    {
        var known = File.ReadLines(Path.Combine(dump, DumpNames.All)).Select(line => JsonNode.Parse(line)!.AsObject()).ToLookup(line => (string)line["type"]!);
        foreach (var (table, stated) in records)
        {
            Assert.Equal(stated.Count, known[table.Kind].Count());
            foreach (var field in table.Fields.Select(field => field.Name))
            {
                // It may know more than it was told: where a service is that its center tells.
                Assert.Empty(Values(stated, field).Except(Values(known[table.Kind], field)));
            }
        }
    }

    private static List<string> Values(IEnumerable<JsonObject> records, string field) =>
        [.. records.Select(record => record[field]).OfType<JsonNode>().Where(value => value is not JsonArray { Count: 0 }).Select(value => DumpFacts.Of(new JsonObject { ["v"] = value.DeepClone() })).Order(StringComparer.Ordinal).Distinct()];

    private static string Lines(IEnumerable<JsonObject> records) => string.Concat(records.Select(record => record.ToJsonString(DumpJson.Options) + "\n"));
}
