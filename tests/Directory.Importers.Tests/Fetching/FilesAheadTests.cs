using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>Files that are looked through before their run begins.</summary>
public sealed class FilesAheadTests : IAsyncLifetime
{
    private const string File = "rows.csv";

    private const string Manifest =
        """
        key: registry
        title: Реестр
        source: { file: rows.csv, format: csv }
        record: Organization
        id-from: [id]
        map:
          name: name
        """;

    private const string Third = "id,name\n3,Фонд «Третий»\n";

    private const string Rows = "id,name\n1,Фонд «Первый»\n2,Фонд «Второй»\n";

    private readonly TestFeed feed = new();
    private ScratchDirectory directory = null!;
    private FeedManifest manifest = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await ScratchDirectory.CreateAsync();
        feed.Write(File, Rows);
        manifest = feed.Manifest(Manifest);
    }

    public async ValueTask DisposeAsync()
    {
        await directory.DisposeAsync();
        feed.Dispose();
    }

    [Fact]
    public async Task A_run_takes_what_was_read_before_it_began()
    {
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);
        await WaitForArchiveAsync();
        feed.Write(File, Third);

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Applied, 2), (outcome.Status, outcome.Added));
        Assert.Equal(1, (await directory.RunAsync(manifest)).Read);
    }

    [Fact]
    public async Task Bytes_that_a_sweep_took_away_are_read_again()
    {
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);
        await WaitForArchiveAsync();
        directory.Archive.Prune(new HashSet<string>());
        Assert.Empty(Archived());

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Applied, 2), (outcome.Status, outcome.Added));
        Assert.Single(Archived());
    }

    [Fact]
    public async Task A_run_of_another_file_reads_its_own()
    {
        using var other = new TestFeed();
        var file = other.Write("other.csv", Third);
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);

        var outcome = await directory.RunAsync(manifest, new ImportOptions { FromFile = file });

        Assert.Equal((ImportRunStatus.Applied, 1), (outcome.Status, outcome.Added));
    }

    [Fact]
    public async Task A_file_that_is_missing_fails_the_run_and_not_the_waiting_for_it()
    {
        System.IO.File.Delete(Path.Combine(feed.Folder, File));
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Contains(File, outcome.Reason!.Ru, StringComparison.Ordinal);
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync()));
    }

    [Fact]
    public async Task What_is_half_looked_through_when_the_program_ends_leaves_nothing_behind()
    {
        var large = feed.Write("large.csv", new string('x', 40_000_000));
        var ahead = new FilesAhead(directory.Archive);
        ahead.Begin(large, isRehearsal: false, Cancel);
        while (!System.IO.Directory.Exists(Incoming) || Archived().Length == 0 && !System.IO.Directory.EnumerateFiles(Incoming).Any())
        {
            await Task.Delay(1, Cancel);
        }

        await ahead.DisposeAsync();

        Assert.Empty(System.IO.Directory.EnumerateFiles(Incoming));
    }

    private string Incoming => Path.Combine(directory.Options.ArchivePath, "incoming");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string[] Archived() => System.IO.Directory.Exists(directory.Options.ArchivePath)
        ? [.. System.IO.Directory.EnumerateFiles(directory.Options.ArchivePath, "*", SearchOption.AllDirectories).Where(file => !file.Contains("incoming", StringComparison.Ordinal))]
        : [];

    private async Task WaitForArchiveAsync()
    {
        while (Archived().Length == 0)
        {
            await Task.Delay(10, Cancel);
        }
    }
}
