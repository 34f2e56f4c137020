using CenterDirectory.Importers.Fetching.OpenData;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Formats;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Releases as they were published, each through the manifest that is shipped for it.</summary>
public sealed class PublishedReleaseTests
{
    /// <summary>Rows of the file, records that belong, rows that do not; the rest are errors.</summary>
    [Theory]
    [InlineData("ru-minjust-npo", "minjust/npo-registry-2014.tsv", 2_659, 2_659, 0)]
    // Nine operators; two rows of header. A look for the operators and one for the sums of each of five years.
    [InlineData("ru-grants-xlsx", "grants/grants_2009_2013.xlsx", 6 * 9, 9 + 28, 17)]
    // 545 lines: 75 regions, 75 headers, 395 winners: organizations, projects, their places, their grants.
    [InlineData("ru-grants-csv", "grants/nbfond_2008.csv", 4 * 395, 4 * 395, 0)]
    // Two versions of one organization.
    [InlineData("ru-egrul", "egrul/VO_RUGFO_0000_9965_20251105_9461e1d5-bbb8-4659-8e86-91fc9dfd2e64.xml", 2, 1, 1)]
    // 94 documents; twelve of non-profit forms, two of them earlier versions.
    [InlineData("ru-egrul", "egrul/VO_RUGFO_0000_9965_20251128_8a352c8f-9510-4e1d-9828-4826a45c8d8c.xml", 94, 10, 84)]
    // A release of 2019: the mark of social enterprises came a year later, so nothing of it belongs.
    [InlineData("ru-rsmp", "rsmp/data-test-sme-1.zip", 2_700, 0, 2_700)]
    // Lines of nothing but separators are no rows (6, 6, 14, 14); headings of groups and notes are no territories.
    [InlineData("ru-oktmo", "oktmo/tom3_oktmo_1.csv", 1_966 - 6, 1_727, 233)]
    [InlineData("ru-oktmo", "oktmo/tom3_oktmo_2.csv", 8_078 - 6, 6_482, 1_590)]
    [InlineData("ru-oktmo", "oktmo/tom5_oktmo_1.csv", 6_800 - 14, 5_993, 793)]
    [InlineData("ru-oktmo", "oktmo/tom5_oktmo_2.csv", 39_958 - 14, 34_370, 5_574)]
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

    [Fact]
    public async Task Sole_traders_of_a_release_are_left_out_whatever_else_is_kept()
    {
        var file = SampleOrSkip("rsmp/data-test-sme-1.zip");
        var manifest = Manifest("ru-rsmp");
        var legalEntities = new Dictionary<string, IReadOnlyList<string>> { ["@ВидСубМСП"] = ["1"] };
        using var feed = new TestFeed();

        var read = await feed.ReadAsync(manifest with { Tables = [manifest.Tables[0] with { Keep = legalEntities }] }, file);

        Assert.Equal((2_700, 644, 2_056), (read.Counts.Read, read.Counts.Records, read.Counts.OutOfScope));
        Assert.All(read.Payloads, payload => Assert.Contains("\"inn\":", payload, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_odd_about_a_release_but_what_is_known()
    {
        var odd = new List<string>();
        foreach (var (key, file) in new[]
        {
            ("ru-grants-xlsx", "grants/grants_2009_2013.xlsx"), ("ru-grants-csv", "grants/nbfond_2008.csv"),
            ("ru-egrul", "egrul/VO_RUGFO_0000_9965_20251128_8a352c8f-9510-4e1d-9828-4826a45c8d8c.xml"), ("ru-rsmp", "rsmp/data-test-sme-1.zip"),
            ("ru-oktmo", "oktmo/tom3_oktmo_2.csv"), ("ru-regions", "regions/regions-89.csv"), ("ru-cities", "cities/hflabs-city.csv"),
        })
        {
            var read = await ReadAsync(key, SampleOrSkip(file));
            odd.AddRange(read.Issues.CountByCode.Select(issue => $"{key}: {issue.Key} {issue.Value}"));
        }

        Assert.Equal(["ru-rsmp: paths-unseen 1"], odd);
    }

    [Fact]
    public async Task Every_sum_of_a_list_of_winners_is_read()
    {
        var lines = await Reading.ReadAsync(
            await File.ReadAllBytesAsync(SampleOrSkip("grants/nbfond_2008.csv"), TestContext.Current.CancellationToken),
            new FeedLocation { File = "x.csv", Format = "csv", Columns = ["a", "b", "c", "sum"], Heading = "a" });

        var sums = lines.Rows.Select(line => line[(line.LastIndexOf('|') + 1)..]).Where(sum => sum != "Сумма, руб.").ToArray();

        Assert.Equal(395, sums.Length);
        Assert.All(sums, sum => Assert.True(MoneyText.TryRead(sum, out _), sum));
    }

    [Theory]
    [InlineData("opendata-standard/fns-rsmp-meta.csv", "data-10082026-structure-12052026.zip")]
    [InlineData("opendata-standard/volganet-meta.csv", "data-2019-07-19-structure-2017-11-23")]
    public async Task A_passport_of_open_data_leads_to_its_newest_version(string file, string version)
    {
        var (table, failure) = await OpenAsync(file);

        Assert.Null(failure);
        Assert.False(table!.IsList);
        Assert.Equal(version, table.Newest()?.Name);
    }

    [Fact]
    public async Task A_list_of_open_data_leads_to_passports_and_a_structure_to_nothing()
    {
        var (list, _) = await OpenAsync("opendata-standard/rosstat-list.csv");
        var (structure, failure) = await OpenAsync("opendata-standard/volganet-structure.csv");

        Assert.Equal((true, 3), (list!.IsList, list.Rows.Count));
        Assert.Equal("https://rosstat.gov.ru/opendata/7708234640-unemploymentrate6/meta.csv", list.Passport("7708234640-unemploymentrate6"));
        Assert.Null(structure);
        Assert.Equal("opendata-no-passport", failure?.Code);
    }

    private static async Task<(OpenDataTable? Table, FeedFailure? Failure)> OpenAsync(string file)
    {
        await using var content = File.OpenRead(SampleOrSkip(file));
        return await OpenDataTable.ReadAsync(content, TestContext.Current.CancellationToken);
    }

    private static async Task<ReadFeed> ReadAsync(string key, string file)
    {
        using var feed = new TestFeed();
        return await feed.ReadAsync(Manifest(key), file);
    }

    private static FeedManifest Manifest(string key) =>
        ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests.Single(manifest => manifest.Key == key);

    private static string SampleOrSkip(string file)
    {
        Assert.SkipWhen(TestFeed.SampleFile(file) is null, "DIRECTORY_SAMPLE_DATA is not set: published files are not part of the repository.");
        return TestFeed.SampleFile(file)!;
    }
}
