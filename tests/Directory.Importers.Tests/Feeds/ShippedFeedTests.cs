using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Every manifest under <c>feeds/</c> is a test: a source is added, and proven, without C#.</summary>
public sealed class ShippedFeedTests
{
    // What its fixture is there to show; the others have nothing to warn of.
    private static readonly Dictionary<string, string[]> ExpectedWarnings = new()
    {
        ["ru-minjust-npo"] = ["ogrn-check-digit", "ogrn-repeated"],
    };

    public static TheoryData<string> Keys() => [.. Manifests().Select(manifest => manifest.Key)];

    [Fact]
    public void All_manifests_are_without_problems() => Assert.Empty(
        from problem in Load().Problems
        where IsShipped(problem.File)
        select $"{Path.GetFileName(problem.File)}:{problem.Line}: {problem.Message.En}");

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Its_records_are_those_that_were_reviewed(string key)
    {
        var read = await ReadAsync(Manifest(key));

        Assert.Null(read.Failure);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal(ExpectedWarnings.GetValueOrDefault(key, []), read.Issues.CountByCode.Keys.Order());
        read.Describe().MatchSnapshot(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Its_check_passes(string key)
    {
        var check = await TestFeed.CheckAsync(Manifest(key));

        Assert.True(check.WasRead);
        Assert.Empty(check.Problems);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Imported_twice_it_changes_nothing(string key)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = Manifest(key) with { Expect = new(RemovedAtMost: 1) };
        var options = new ImportOptions { FromFile = FixtureOf(manifest) };
        var first = await directory.RunAsync(manifest, options);
        var before = await directory.DumpAsync();

        var second = await directory.RunAsync(manifest, options);

        Assert.True(first.IsSuccess, first.Reason?.En);
        Assert.Equal(ImportRunStatus.Unchanged, second.Status);
        Assert.Equal((first.Added, 0, 0, 0), (second.Unchanged, second.Added, second.Changed, second.Missing));
        Assert.Equal(before, await directory.DumpAsync());
    }

    [Fact]
    public async Task References_name_something_that_exists()
    {
        var records = await ReadAllAsync();
        var known = records.Select(item => (item.Key, item.Record.Kind, item.Record.ExternalId)).ToHashSet();
        var territories = records.Where(item => item.Record.Kind == "Territory")
            .SelectMany(item => TerritoryKeys(item.Record)).ToHashSet();

        var dangling =
            from item in records
            from reference in item.Record.References
            where reference.TargetKind == "Territory"
                ? !territories.Contains(reference.TargetKey)
                : !known.Contains((item.Key, reference.TargetKind, reference.TargetKey))
            select $"{item.Key}: {item.Record.Kind} {item.Record.ExternalId} -> {reference.Field} {reference.TargetKey}";

        Assert.Empty(dangling);
    }

    [Fact]
    public async Task Slugs_are_unique_within_a_type()
    {
        var slugs = from item in await ReadAllAsync()
                    let slug = Text(item.Record, "slug")
                    where slug is not null
                    select $"{item.Record.Kind} {slug}";

        Assert.Empty(slugs.GroupBy(slug => slug).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Those_enabled_need_no_network() => Assert.Empty(
        from manifest in Manifests()
        where manifest.Enabled && manifest.Tables.Any(table => table.Source.File is null)
        select manifest.Key);

    private static ManifestSet Load() => ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]);

    private static IEnumerable<FeedManifest> Manifests() => Load().Manifests.Where(manifest => IsShipped(manifest.File));

    private static FeedManifest Manifest(string key) => Manifests().Single(manifest => manifest.Key == key);

    // feeds/example is the reader's: the README tells how to make it.
    private static bool IsShipped(string file) =>
        !file.StartsWith(Path.Combine(TestFeed.SolutionRoot, "feeds", "example") + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<ReadFeed> ReadAsync(FeedManifest manifest)
    {
        using var feed = new TestFeed();
        return await feed.ReadAsync(manifest, FixtureOf(manifest));
    }

    private static string? FixtureOf(FeedManifest manifest) =>
        manifest.Test is { } test ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture)) : null;

    private static async Task<List<(string Key, ImportRecord Record)>> ReadAllAsync()
    {
        var all = new List<(string, ImportRecord)>();
        foreach (var manifest in Manifests())
        {
            all.AddRange((await ReadAsync(manifest)).Records.Select(record => (manifest.Key, record)));
        }

        return all;
    }

    private static IEnumerable<string> TerritoryKeys(ImportRecord record) =>
        new[] { "code", "iso", "oktmo", "slug", "name" }.Select(field => Text(record, field)).OfType<string>();

    private static string? Text(ImportRecord record, string field)
    {
        using var payload = JsonDocument.Parse(record.Payload);
        return payload.RootElement.TryGetProperty(field, out var value) ? value.GetString() : null;
    }
}
