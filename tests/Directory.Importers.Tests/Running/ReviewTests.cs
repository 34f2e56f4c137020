using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Fetching;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>What the operator does with a release that was held back, and with those of earlier days.</summary>
public sealed class ReviewTests
{
    private const string Shrunk = "id,name\n1,Первый клуб\n";

    [Fact]
    public async Task A_release_that_was_held_back_is_applied_though_the_publisher_has_moved_on()
    {
        await using var feed = await HeldBackAsync();
        var run = await NewestAsync(feed);
        feed.Publish("id,name\n9,Совсем другое\n");

        var outcome = await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, run, null, Cancel);

        Assert.Equal((ImportRunStatus.Applied, run, 2L, 2), (outcome.Status, outcome.RunId, outcome.Revision, outcome.Retired));
        Assert.Equal(["Первый клуб"], await NamesAsync(feed));
        var row = await feed.Directory.AskAsync(db => db.ImportRuns.Include(found => found.Revision).OrderBy(found => found.Id).LastAsync());
        Assert.Equal((run, ImportRunStatus.Applied, null, 2), (row.Id, row.Status, row.ReasonRu, row.Revision!.Number));
        Assert.Equal(SourceHealthState.Ok, (await feed.SourceAsync()).Health.State);
    }

    [Fact]
    public async Task A_release_that_was_thrown_away_is_not_offered_again_and_another_one_is()
    {
        await using var feed = await HeldBackAsync();
        var run = await NewestAsync(feed);
        var before = await feed.DumpAsync();

        var discarded = await feed.Directory.Pipeline.DiscardAsync(feed.Manifest, run, Cancel);
        Assert.Equal((ImportRunStatus.Discarded, run), (discarded.Status, discarded.RunId));
        Assert.Equal(SourceHealthState.Ok, (await feed.SourceAsync()).Health.State);

        var again = await feed.RunAsync();
        Assert.Equal((ImportRunStatus.Unchanged, 0), (again.Status, again.Read));
        Assert.Contains($"--replay {run}", again.Reason!.Ru, StringComparison.Ordinal);
        Assert.Equal(before, await feed.DumpAsync());

        feed.Publish(WebFeed.Rows + "4,Четвёртый клуб\n");
        Assert.Equal((ImportRunStatus.Applied, 1), Added(await feed.RunAsync()));
    }

    [Fact]
    public async Task A_release_that_is_held_back_again_waits_again()
    {
        await using var feed = await HeldBackAsync();
        var first = await NewestAsync(feed);

        Assert.Equal(ImportRunStatus.Quarantined, (await feed.RunAsync()).Status);

        // Only the newest one is up for decision.
        var refused = await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, first, null, Cancel);
        Assert.Equal((ImportRunStatus.Failed, RunReasons.NotWaiting(first)), (refused.Status, refused.Reason));
        Assert.Equal(3, (await NamesAsync(feed)).Count);
    }

    [Fact]
    public async Task What_the_operator_applied_is_not_held_back_by_the_same_assertion_again()
    {
        await using var feed = await HeldBackAsync();
        await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, await NewestAsync(feed), null, Cancel);

        var plan = await feed.RunAsync(new ImportOptions { DryRun = true });
        var again = await feed.RunAsync();

        Assert.Equal((ImportRunStatus.Unchanged, 1, 1), (again.Status, again.Read, again.Unchanged));
        Assert.Equal((ImportRunStatus.Unchanged, null), (plan.Status, plan.Reason));
        Assert.Equal(SourceHealthState.Ok, (await feed.SourceAsync()).Health.State);

        feed.Publish(Shrunk.Replace("клуб", "дом", StringComparison.Ordinal));
        Assert.Equal(ImportRunStatus.Quarantined, (await feed.RunAsync()).Status);
    }

    [Fact]
    public async Task What_does_not_wait_can_be_neither_applied_nor_discarded()
    {
        await using var feed = await WebFeed.CreateAsync();
        var run = (await feed.RunAsync()).RunId!.Value;

        Assert.Equal(RunReasons.NotWaiting(run), (await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, run, null, Cancel)).Reason);
        Assert.Equal(RunReasons.NotWaiting(run), (await feed.Directory.Pipeline.DiscardAsync(feed.Manifest, run, Cancel)).Reason);
        Assert.Equal(ImportRunStatus.Applied, await feed.Directory.AskAsync(db => db.ImportRuns.Select(found => found.Status).SingleAsync()));
    }

    [Fact]
    public async Task Applying_without_the_bytes_says_so_and_the_run_waits_on()
    {
        await using var feed = await HeldBackAsync();
        var run = await NewestAsync(feed);
        System.IO.Directory.Delete(feed.Options.ArchivePath, recursive: true);

        var outcome = await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, run, null, Cancel);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Contains("no longer in the archive", outcome.Reason!.En, StringComparison.Ordinal);
        Assert.Equal(ImportRunStatus.Quarantined, await feed.Directory.AskAsync(db => db.ImportRuns.Where(found => found.Id == run).Select(found => found.Status).SingleAsync()));
    }

    [Fact]
    public async Task Archived_bytes_that_are_no_longer_what_they_were_are_not_applied()
    {
        await using var feed = await HeldBackAsync();
        var run = await NewestAsync(feed);
        foreach (var file in System.IO.Directory.GetFiles(feed.Options.ArchivePath, "*", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "id,name\n7,Подмена\n", Cancel);
        }

        Assert.Equal(ImportRunStatus.Failed, (await feed.Directory.Pipeline.ApplyAsync(feed.Manifest, run, null, Cancel)).Status);
        Assert.Equal(3, (await NamesAsync(feed)).Count);
    }

    [Fact]
    public async Task An_earlier_run_is_replayed_out_of_the_archive_and_the_next_one_reads_the_publisher_again()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Publish(WebFeed.Rows, "ETag: \"one\"");
        var first = (await feed.RunAsync()).RunId!.Value;
        feed.Publish(WebFeed.Rows.Replace("Второй", "Иной", StringComparison.Ordinal), "ETag: \"two\"");
        await feed.RunAsync();
        var requests = feed.Server.Requests.Count;

        var replayed = await feed.RunAsync(new ImportOptions { Replay = first });

        Assert.Equal((ImportRunStatus.Applied, 1), (replayed.Status, replayed.Changed));
        Assert.Contains("Второй клуб", await NamesAsync(feed));
        Assert.Equal(requests, feed.Server.Requests.Count);

        var next = await feed.RunAsync();
        Assert.Equal((ImportRunStatus.Applied, 1), (next.Status, next.Changed));
        Assert.DoesNotContain(feed.Server.Headers, header => header.StartsWith("If-", StringComparison.Ordinal));
        Assert.Contains("Иной клуб", await NamesAsync(feed));
    }

    [Fact]
    public async Task A_replay_is_held_to_the_assertions_like_any_run()
    {
        await using var feed = await HeldBackAsync();

        Assert.Equal(ImportRunStatus.Quarantined, (await feed.RunAsync(new ImportOptions { Replay = await NewestAsync(feed) })).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_is_none_of_the_source_is_refused_before_anything_is_written(bool dryRun)
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        var foreign = await feed.Directory.ImportAsync("others", Invented.Organization("1", "Чужая"));
        var source = await feed.Directory.AskAsync(db => db.Sources.AsNoTracking().SingleAsync(found => found.Key == "clubs"));

        foreach (var run in new[] { foreign.RunId!.Value, 4711 })
        {
            var refused = await feed.RunAsync(new ImportOptions { Replay = run, DryRun = dryRun });

            Assert.Equal((ImportRunStatus.Failed, null, RunReasons.NotReplayable(run)), (refused.Status, refused.RunId, refused.Reason));
        }

        Assert.Equal(2, await feed.Directory.AskAsync(db => db.ImportRuns.CountAsync()));
        Assert.Equal(source.Health, (await feed.Directory.AskAsync(db => db.Sources.AsNoTracking().SingleAsync(found => found.Key == "clubs"))).Health);
    }

    [Fact]
    public async Task A_run_by_another_file_is_replayed_from_that_file()
    {
        await using var feed = await WebFeed.CreateAsync();
        var file = Path.Combine(Path.GetDirectoryName(feed.Manifest.File)!, "other.csv");
        await File.WriteAllTextAsync(file, "id,name\n5,Пятый клуб\n", Cancel);
        var run = (await feed.RunAsync(new ImportOptions { FromFile = file })).RunId!.Value;
        File.Delete(file);
        Assert.Empty(feed.Server.Requests);

        var replayed = await feed.RunAsync(new ImportOptions { Replay = run });

        Assert.Equal((ImportRunStatus.Unchanged, 1), (replayed.Status, replayed.Unchanged));
    }

    [Fact]
    public async Task What_is_too_old_is_forgotten_and_what_may_be_asked_for_stays()
    {
        await using var feed = await WebFeed.CreateAsync();
        for (var i = 0; i < 6; i++)
        {
            feed.Publish(WebFeed.Rows + $"4,Клуб {i}\n");
            await feed.RunAsync();
        }

        feed.Publish("<html>");
        await feed.RunAsync();
        await feed.RunAsync();
        (feed.Options.ArchiveRuns, feed.Options.HistoryRuns) = (3, 1);
        await new HistorySweep(feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Archive, feed.Directory.Wrapped, feed.Directory.Clock).RunAsync(Cancel);

        // Six runs made revisions; of the two failed ones the newest stays. Of eight contents: those of the newest three runs, and of the last good one.
        Assert.Equal(7, await feed.Directory.AskAsync(db => db.ImportRuns.CountAsync()));
        Assert.Equal(6, await feed.Directory.AskAsync(db => db.Revisions.CountAsync(revision => revision.Run != null)));
        var kept = System.IO.Directory.GetFiles(feed.Options.ArchivePath, "*", SearchOption.AllDirectories);
        Assert.Equal(2, kept.Length);
        Assert.Equal(ImportRunStatus.Unchanged, (await feed.RunAsync(new ImportOptions { Replay = 6 })).Status);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<WebFeed> HeldBackAsync()
    {
        var feed = await WebFeed.CreateAsync("expect: { rows: [2, 100] }");
        await feed.RunAsync();
        feed.Publish(Shrunk);
        Assert.Equal(ImportRunStatus.Quarantined, (await feed.RunAsync()).Status);
        Assert.Equal(SourceHealthState.Quarantined, (await feed.SourceAsync()).Health.State);
        return feed;
    }

    private static Task<long> NewestAsync(WebFeed feed) => feed.Directory.AskAsync(db => db.ImportRuns.MaxAsync(run => run.Id));

    private static (ImportRunStatus Status, int Added) Added(ImportOutcome outcome) => (outcome.Status, outcome.Added);

    private static Task<List<string>> NamesAsync(WebFeed feed) =>
        feed.Directory.AskAsync(db => db.Organizations.OrderBy(found => found.Name).Select(found => found.Name).ToListAsync());
}
