using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>Files that are looked through before their run begins.</summary>
public sealed class FilesAheadTests
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

    [Fact]
    public async Task A_run_takes_what_was_read_before_it_began()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var feed = FeedOf(Rows);
        var manifest = feed.Manifest(Manifest);
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);
        await WaitForArchiveAsync(directory);
        feed.Write(File, Third);

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Applied, 2), (outcome.Status, outcome.Added));
        Assert.Equal(1, (await directory.RunAsync(manifest)).Read);
    }

    [Fact]
    public async Task Bytes_that_a_sweep_took_away_are_read_again()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var feed = FeedOf(Rows);
        var manifest = feed.Manifest(Manifest);
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);
        await WaitForArchiveAsync(directory);
        directory.Archive.Prune(new HashSet<string>());
        Assert.Empty(Archived(directory));

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Applied, 2), (outcome.Status, outcome.Added));
        Assert.Single(Archived(directory));
    }

    [Fact]
    public async Task A_run_of_another_file_reads_its_own()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var feed = FeedOf(Rows);
        var manifest = feed.Manifest(Manifest);
        using var other = new TestFeed();
        var file = other.Write("other.csv", Third);
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);

        var outcome = await directory.RunAsync(manifest, new ImportOptions { FromFile = file });

        Assert.Equal((ImportRunStatus.Applied, 1), (outcome.Status, outcome.Added));
    }

    [Fact]
    public async Task A_file_that_is_missing_fails_the_run_and_not_the_waiting_for_it()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var feed = FeedOf(Rows);
        var manifest = feed.Manifest(Manifest);
        System.IO.File.Delete(Path.Combine(feed.Folder, File));
        directory.Ahead.Begin(manifest, isRehearsal: false, Cancel);

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Contains(File, outcome.Reason!.Ru, StringComparison.Ordinal);
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync()));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Archived(ScratchDirectory directory) => System.IO.Directory.Exists(directory.Options.ArchivePath)
        ? [.. System.IO.Directory.EnumerateFiles(directory.Options.ArchivePath, "*", SearchOption.AllDirectories).Where(file => !file.Contains("incoming", StringComparison.Ordinal))]
        : [];

    private static async Task WaitForArchiveAsync(ScratchDirectory directory)
    {
        while (Archived(directory).Length == 0)
        {
            await Task.Delay(10, Cancel);
        }
    }

    private static TestFeed FeedOf(string rows)
    {
        var feed = new TestFeed();
        feed.Write(File, rows);
        return feed;
    }
}
