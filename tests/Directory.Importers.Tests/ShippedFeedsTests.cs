using System.Text;
using System.Text.Json;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests;

/// <summary>Every manifest under feeds/ is a test case: it loads, its rows map, and its records are a snapshot to review.</summary>
public sealed class ShippedFeedsTests
{
    // What its fixture is there to show.
    private static readonly Dictionary<string, string[]> ExpectedIssues = new()
    {
        ["ru-minjust-npo"] = ["ogrn-check-digit", "ogrn-repeated"],
    };

    public static TheoryData<string> Keys => new(ShippedFeeds.Load().Select(manifest => manifest.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Manifest_loads_and_its_rows_map_without_errors(string key)
    {
        var issues = new IssueSink();

        var records = await ShippedFeeds.ReadAsync(Manifest(key), issues);

        Assert.NotEmpty(records);
        Assert.Equal(0, issues.Errors);
        Assert.Equal(ExpectedIssues.GetValueOrDefault(key, []), issues.Stored.Select(issue => issue.Code).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Check_finds_what_the_manifest_expects(string key)
    {
        using var fetcher = new FeedFetcher(Options.Create(new ImportersOptions()));

        var check = await new FeedChecker(new RecordStreams(fetcher)).CheckAsync(Manifest(key), TestContext.Current.CancellationToken);

        Assert.True(check.WasRead);
        Assert.Empty(check.Problems.Select(problem => problem.Message.En));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Mapped_records_are_the_reviewed_ones(string key)
    {
        var text = new StringBuilder();
        foreach (var record in await ShippedFeeds.ReadAsync(Manifest(key), new IssueSink()))
        {
            text.Append(record.Kind).Append(' ').Append(record.ExternalId).Append(' ')
                .Append(Encoding.UTF8.GetString(record.Payload.Span)).Append('\n');
        }

        text.ToString().MatchSnapshot(key);
    }

    [Fact]
    public async Task References_of_bundled_feeds_name_something_that_exists()
    {
        var records = await ReadAllAsync();
        var known = records.Select(item => (item.Key, item.Record.Kind, item.Record.ExternalId)).ToHashSet();
        var territories = records.Where(item => item.Key == "ru-territories").SelectMany(item => TerritoryKeys(item.Record)).ToHashSet();

        var dangling =
            from item in records
            from reference in item.Record.References
            where reference.TargetKind == "Territory"
                ? !territories.Contains(reference.TargetKey)
                : !known.Contains((item.Key, reference.TargetKind, reference.TargetKey))
            select $"{item.Key}: {item.Record.Kind} {item.Record.ExternalId} → {reference.Field} {reference.TargetKey}";

        Assert.Empty(dangling);
    }

    [Fact]
    public async Task Slugs_of_bundled_feeds_are_unique_within_a_type()
    {
        var slugs = from item in await ReadAllAsync()
                    let slug = Text(item.Record, "slug")
                    where slug is not null
                    select $"{item.Record.Kind} {slug}";

        Assert.Empty(slugs.GroupBy(slug => slug).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public async Task Registry_of_non_profits_maps_a_whole_export()
    {
        var folder = Environment.GetEnvironmentVariable("DIRECTORY_SAMPLE_DATA");
        if (folder is null)
        {
            Assert.Skip("DIRECTORY_SAMPLE_DATA does not name the folder of sample data.");
        }

        var issues = new IssueSink();
        var records = await ShippedFeeds.ReadAsync(
            Manifest("ru-minjust-npo"), issues, Path.GetFullPath(Path.Combine(folder, "minjust", "npo-registry-2014.tsv"), ShippedFeeds.Root));

        Assert.Equal(2_659, records.Count);
        Assert.Equal(2_312, records.Count(record => Text(record, "ogrn") is not null));
        Assert.Equal(17, records.Count(record => Text(record, "territory") is null));
        Assert.Equal(0, issues.Errors);
        Assert.Equal(
            new SortedDictionary<string, int> { ["ogrn-check-digit"] = 6, ["ogrn-repeated"] = 17 },
            new SortedDictionary<string, int>(issues.CountByCode.ToDictionary()));
    }

    [Fact]
    public void Only_feeds_that_need_no_network_are_enabled() => Assert.Empty(
        from manifest in ShippedFeeds.Load()
        where manifest.Enabled && manifest.Tables.Any(table => table.Source.File is null)
        select manifest.Key);

    private static FeedManifest Manifest(string key) => ShippedFeeds.Load().Single(manifest => manifest.Key == key);

    private static async Task<List<(string Key, ImportRecord Record)>> ReadAllAsync()
    {
        var all = new List<(string, ImportRecord)>();
        foreach (var manifest in ShippedFeeds.Load())
        {
            all.AddRange((await ShippedFeeds.ReadAsync(manifest, new IssueSink())).Select(record => (manifest.Key, record)));
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
