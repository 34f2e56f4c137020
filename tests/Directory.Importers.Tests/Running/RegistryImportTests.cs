using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>The sample of the registry of non-profits, through the manifests that come with the project.</summary>
public sealed class RegistryImportTests
{
    private const string Sample = "minjust/npo-registry-2014.tsv";

    [Fact]
    public async Task Every_row_becomes_an_organization_and_shuffled_rows_are_no_news()
    {
        var lines = await LinesAsync();
        using var feed = new TestFeed();
        await using var directory = await ScratchDirectory.CreateAsync();
        Assert.Equal(98, (await ImportAsync(directory, "territories.yaml", file: null)).Added);

        var outcome = await ImportAsync(directory, "minjust-npo.yaml", TestFeed.SampleFile(Sample));

        Assert.Equal((ImportRunStatus.Applied, 2_659, 2_659, 2L), (outcome.Status, outcome.Read, outcome.Added, outcome.Revision));
        Assert.Equal(2_659, await directory.AskAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(347, await directory.AskAsync(db => db.Organizations.CountAsync(organization => organization.Ogrn == null)));
        Assert.Equal(17, await directory.AskAsync(db => db.Organizations.CountAsync(organization => organization.TerritoryId == null)));
        Assert.Equal(23, outcome.Warnings);
        var before = await directory.DumpAsync();

        var shuffled = lines[1..];
        new Random(2014).Shuffle(shuffled);
        var again = await ImportAsync(directory, "minjust-npo.yaml", feed.Write("shuffled.tsv", string.Join('\n', shuffled.Prepend(lines[0]))));

        Assert.Equal((ImportRunStatus.Unchanged, 0, 0, 2_659, null), (again.Status, again.Added, again.Changed, again.Unchanged, again.Revision));
        Assert.Equal(before, await directory.DumpAsync());
    }

    [Fact]
    public async Task The_file_cut_to_a_tenth_is_quarantined_and_nothing_is_retired()
    {
        var lines = await LinesAsync();
        using var feed = new TestFeed();
        await using var directory = await ScratchDirectory.CreateAsync();
        await ImportAsync(directory, "minjust-npo.yaml", TestFeed.SampleFile(Sample));
        var before = await directory.DumpAsync();
        var cut = feed.Write("cut.tsv", string.Join('\n', lines[..267]));

        var outcome = await ImportAsync(directory, "minjust-npo.yaml", cut);
        var withoutExpectations = await ImportAsync(directory, "minjust-npo.yaml", cut, manifest => manifest with { Expect = new FeedExpectations() });

        Assert.Equal((ImportRunStatus.Quarantined, ImportRunStatus.Quarantined), (outcome.Status, withoutExpectations.Status));
        Assert.Equal(before, await directory.DumpAsync());
    }

    [Fact]
    public async Task Thirty_thousand_organizations_are_applied_once_and_then_unchanged()
    {
        var lines = await LinesAsync();
        using var feed = new TestFeed();
        await using var directory = await ScratchDirectory.CreateAsync();
        await ImportAsync(directory, "territories.yaml", file: null);
        var many = Enumerable.Range(0, 12).SelectMany(copy => lines.Skip(1).Select(line => Numbered(line, copy))).Prepend(lines[0]);
        var file = feed.Write("many.tsv", string.Join('\n', many));

        var first = await ImportAsync(directory, "minjust-npo.yaml", file);
        var second = await ImportAsync(directory, "minjust-npo.yaml", file);

        Assert.Equal((31_908, ImportRunStatus.Unchanged), (first.Added, second.Status));
    }

    private static async Task<string[]> LinesAsync()
    {
        Assert.SkipWhen(TestFeed.SampleFile(Sample) is null, "DIRECTORY_SAMPLE_DATA is not set: the registry is not part of the repository.");
        return await File.ReadAllLinesAsync(TestFeed.SampleFile(Sample)!, TestContext.Current.CancellationToken);
    }

    private static string Numbered(string line, int copy)
    {
        var cells = line.Split('\t');
        cells[1] = $"{copy}-{cells[1]}{(cells[1].Length == 0 ? cells[3] : "")}";
        return string.Join('\t', cells);
    }

    private static async Task<ImportOutcome> ImportAsync(
        ScratchDirectory directory, string name, string? file, Func<FeedManifest, FeedManifest>? change = null)
    {
        var manifest = ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "ru", name)).Manifests[0];
        manifest = change?.Invoke(manifest) ?? manifest;
        return await directory.RunAsync(manifest, new ImportOptions { FromFile = file });
    }
}
