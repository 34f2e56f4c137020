using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Releases as they were published, each through the manifest that is shipped for it.</summary>
public sealed class PublishedReleaseTests
{
    /// <summary>Rows of the file, records that belong, rows that do not; the rest are errors.</summary>
    [Theory]
    [InlineData("ru-minjust-npo", "minjust/npo-registry-2014.tsv", 2_659, 2_659, 0)]
    // Nine operators; two rows of header.
    [InlineData("ru-grants-xlsx", "grants/grants_2009_2013.xlsx", 9, 9, 0)]
    // 545 lines: 75 regions, 75 headers, 395 winners.
    [InlineData("ru-grants-csv", "grants/nbfond_2008.csv", 395, 395, 0)]
    // Two versions of one organization.
    [InlineData("ru-egrul", "egrul/VO_RUGFO_0000_9965_20251105_9461e1d5-bbb8-4659-8e86-91fc9dfd2e64.xml", 2, 1, 1)]
    // 94 documents; twelve of non-profit forms, two of them earlier versions.
    [InlineData("ru-egrul", "egrul/VO_RUGFO_0000_9965_20251128_8a352c8f-9510-4e1d-9828-4826a45c8d8c.xml", 94, 10, 84)]
    // A release of 2019: the mark of social enterprises came a year later, so nothing of it belongs.
    [InlineData("ru-rsmp", "rsmp/data-test-sme-1.zip", 2_700, 0, 2_700)]
    [InlineData("ru-oktmo", "oktmo/tom3_oktmo_1.csv", 1_960, 0, 0)]
    [InlineData("ru-oktmo", "oktmo/tom3_oktmo_2.csv", 8_072, 0, 0)]
    [InlineData("ru-oktmo", "oktmo/tom5_oktmo_1.csv", 6_786, 0, 0)]
    [InlineData("ru-oktmo", "oktmo/tom5_oktmo_2.csv", 39_944, 0, 0)]
    [InlineData("ru-regions", "regions/regions-89.csv", 89, 89, 0)]
    [InlineData("ru-regions-hflabs", "regions/hflabs-region.csv", 86, 86, 0)]
    [InlineData("ru-cities", "cities/hflabs-city.csv", 1_117, 1_117, 0)]
    public async Task A_release_gives_the_records_that_belong(string key, string file, int rows, int records, int outOfScope)
    {
        var read = await ReadAsync(key, SampleOrSkip(file));

        Assert.Null(read.Failure);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal((rows, records, outOfScope), (read.Counts.Read, read.Counts.Records, read.Counts.OutOfScope));
    }

    private static async Task<ReadFeed> ReadAsync(string key, string file)
    {
        var manifest = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests.Single(manifest => manifest.Key == key);
        using var feed = new TestFeed();
        return await feed.ReadAsync(manifest, file);
    }

    private static string SampleOrSkip(string file)
    {
        Assert.SkipWhen(TestFeed.SampleFile(file) is null, "DIRECTORY_SAMPLE_DATA is not set: published files are not part of the repository.");
        return TestFeed.SampleFile(file)!;
    }
}
