using System.Text;
using System.Text.Json;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Records;

public sealed class MinjustRegistryTests
{
    private const string Sample = "minjust/npo-registry-2014.tsv";

    [Fact]
    public async Task All_rows_of_the_registry_become_organizations()
    {
        var read = await ReadSampleAsync();

        Assert.Null(read.Failure);
        Assert.Equal(2_659, read.Counts.Read);
        Assert.Equal(2_659, read.Records.Count);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal(2_659, read.Records.Select(record => record.ExternalId).Distinct().Count());
        Assert.Equal(347, read.Payloads.Count(payload => !payload.Contains("\"ogrn\":", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Wrong_check_digits_and_repeated_numbers_are_warnings()
    {
        var read = await ReadSampleAsync();

        Assert.Equal(6, read.Issues.CountByCode["ogrn-check-digit"]);
        Assert.Equal(17, read.Issues.CountByCode["ogrn-repeated"]);
        Assert.Equal(["ogrn-check-digit", "ogrn-repeated"], read.Issues.CountByCode.Keys.Order());
        Assert.Equal(23, read.Issues.Warnings);
    }

    [Fact]
    public async Task The_same_rows_in_another_order_give_the_same_payloads()
    {
        using var feed = new TestFeed();
        var lines = await File.ReadAllLinesAsync(SampleOrSkip(), TestContext.Current.CancellationToken);
        var shuffled = lines.Skip(1).ToArray();
        new Random(20141117).Shuffle(shuffled);
        var file = feed.Write("shuffled.tsv", string.Join('\n', shuffled.Prepend(lines[0])));

        var before = await ReadSampleAsync();
        var after = await feed.ReadAsync(Manifest(), file);

        Assert.Equal(
            before.Records.Select(record => (record.ExternalId, Encoding.UTF8.GetString(record.Payload.Span))).Order(),
            after.Records.Select(record => (record.ExternalId, Encoding.UTF8.GetString(record.Payload.Span))).Order());
    }

    [Fact]
    public async Task Payloads_are_objects_that_the_json_reader_accepts()
    {
        var read = await ReadSampleAsync();

        foreach (var record in read.Records)
        {
            using var json = JsonDocument.Parse(record.Payload);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task Sixty_thousand_rows_are_read_one_by_one()
    {
        using var feed = new TestFeed();
        var lines = await File.ReadAllLinesAsync(SampleOrSkip(), TestContext.Current.CancellationToken);
        var file = feed.Write("large.tsv", string.Join('\n', Multiply(lines, 24)));
        var manifest = Manifest();

        var read = await feed.ReadAsync(manifest, file);

        Assert.Equal(63_816, read.Records.Count);
    }

    private static IEnumerable<string> Multiply(string[] lines, int times) =>
        Enumerable.Range(0, times)
            .SelectMany(copy => lines.Skip(1).Select(line => WithRegistryNumber(line, copy)))
            .Prepend(lines[0]);

    private static string WithRegistryNumber(string line, int copy)
    {
        var cells = line.Split('\t');
        cells[1] = $"{copy}-{cells[1]}{(cells[1].Length == 0 ? cells[3] : "")}";
        return string.Join('\t', cells);
    }

    private static async Task<ReadFeed> ReadSampleAsync()
    {
        using var feed = new TestFeed();
        return await feed.ReadAsync(Manifest(), SampleOrSkip());
    }

    private static string SampleOrSkip()
    {
        Assert.SkipWhen(TestFeed.SampleFile(Sample) is null, "DIRECTORY_SAMPLE_DATA is not set: the registry is not part of the repository.");
        return TestFeed.SampleFile(Sample)!;
    }

    private static FeedManifest Manifest()
    {
        var set = ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "ru", "minjust-npo.yaml"));
        Assert.Empty(set.Problems.Select(problem => $"{problem.Line}: {problem.Message.En}"));
        return set.Manifests[0];
    }
}
