using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>What is known is not asked for again.</summary>
public sealed class ConditionalTests
{
    private const string Date = "Sat, 28 Feb 2026 10:00:00 GMT";

    [Fact]
    public async Task A_release_that_the_publisher_calls_unchanged_is_not_read()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Publish(WebFeed.Rows, "ETag: W/\"first\"", $"Last-Modified: {Date}");
        await feed.RunAsync();
        Assert.DoesNotContain(feed.Server.Headers, header => header.StartsWith("If-", StringComparison.Ordinal));
        var before = await feed.DumpAsync();
        feed.Server.Answer(WebFeed.Path, "304 Not Modified", []);

        var second = await feed.RunAsync();
        var asked = feed.Server.Headers.ToList();
        var third = await feed.RunAsync();

        Assert.Equal((ImportRunStatus.Unchanged, 0), (second.Status, second.Read));
        Assert.Equal(["If-Modified-Since: " + Date, "If-None-Match: W/\"first\""], asked.Where(header => header.StartsWith("If-", StringComparison.Ordinal)).Order());
        // Of a run that read nothing the next one still knows what to ask with.
        Assert.Equal(ImportRunStatus.Unchanged, third.Status);
        Assert.Contains("If-None-Match: W/\"first\"", feed.Server.Headers);
        Assert.Equal(before, await feed.DumpAsync());
        Assert.Equal(0, (await feed.SourceAsync()).ConsecutiveFailures);
    }

    [Fact]
    public async Task A_mended_manifest_reads_the_archived_bytes_when_the_publisher_has_no_others()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Publish(WebFeed.Rows, "ETag: \"first\"");
        await feed.RunAsync();
        feed.Manifest = feed.Describe("ignore: [name]") with { Tables = feed.Describe().Tables };
        feed.Server.Answer(WebFeed.Path, "304 Not Modified", []);

        var outcome = await feed.RunAsync();

        Assert.Equal((ImportRunStatus.Unchanged, 3, 3), (outcome.Status, outcome.Read, outcome.Unchanged));
    }

    [Fact]
    public async Task Bytes_that_the_archive_has_lost_are_asked_for_again()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Publish(WebFeed.Rows, "ETag: \"first\"");
        await feed.RunAsync();
        System.IO.Directory.Delete(feed.Options.ArchivePath, recursive: true);
        feed.Manifest = feed.Describe("ignore: [name]") with { Tables = feed.Describe().Tables };
        feed.Server.Act(WebFeed.Path, async (stream, cancellationToken) => await stream.WriteAsync(
            feed.Server.Headers.Any(header => header.StartsWith("If-None-Match", StringComparison.Ordinal))
                ? LoopbackServer.Head("304 Not Modified")
                : [.. LoopbackServer.Head("200 OK", "ETag: \"first\""), .. Encoding.UTF8.GetBytes(WebFeed.Rows)],
            cancellationToken));

        var outcome = await feed.RunAsync();

        Assert.Equal((ImportRunStatus.Unchanged, 3), (outcome.Status, outcome.Read));
        Assert.Equal(3, feed.Server.Requests.Count);
    }

    [Fact]
    public async Task A_record_within_its_grace_is_looked_for_even_if_nothing_is_new()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Manifest = feed.Manifest with { GraceRuns = 1, Expect = new(RemovedAtMost: 1) };
        await feed.RunAsync();
        feed.Publish("id,name\n1,Первый клуб\n2,Второй клуб\n", "ETag: \"shorter\"");
        Assert.Equal((ImportRunStatus.Unchanged, 1, 0), Losses(await feed.RunAsync()));
        feed.Server.Answer(WebFeed.Path, "304 Not Modified", []);

        Assert.Equal((ImportRunStatus.Applied, 1, 1), Losses(await feed.RunAsync()));
        Assert.Equal(0, (await feed.RunAsync()).Read);
    }

    [Fact]
    public async Task An_unasked_for_304_is_no_answer()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Server.Answer(WebFeed.Path, "304 Not Modified", []);

        Assert.Equal(ImportRunStatus.Failed, (await feed.RunAsync()).Status);
    }

    [Fact]
    public async Task A_move_for_good_is_told_and_one_for_now_is_not()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Server.Answer("/new.csv", "200 OK", Encoding.UTF8.GetBytes(WebFeed.Rows));
        feed.Server.Answer(WebFeed.Path, "308 Permanent Redirect", [], "Content-Length: 0", "Location: /new.csv");
        var moved = await feed.RunAsync();
        feed.Server.Redirect(WebFeed.Path, "/new.csv");
        var passing = await feed.RunAsync();

        var issue = Assert.Single(moved.Issues);
        Assert.Equal((IssueSeverity.Warning, "address-moved"), (issue.Severity, issue.Code));
        Assert.Contains("/new.csv", issue.Message.Ru, StringComparison.Ordinal);
        Assert.Equal("address-moved", await feed.Directory.AskAsync(db => db.ImportIssues.Select(stored => stored.Code).SingleAsync()));
        Assert.Empty(passing.Issues);
    }

    [Fact]
    public async Task Bytes_are_archived_once_under_their_hash()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        await feed.RunAsync();

        var file = Assert.Single(System.IO.Directory.GetFiles(feed.Options.ArchivePath, "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetBytes(WebFeed.Rows), bytes);
        Assert.Equal(SnapshotStore.NameOf(System.Security.Cryptography.SHA256.HashData(bytes)), Path.GetFileName(file));
    }

    [Fact]
    public async Task A_dry_run_leaves_no_bytes_behind()
    {
        await using var feed = await WebFeed.CreateAsync();

        var outcome = await feed.RunAsync(new ImportOptions { DryRun = true });

        Assert.Equal((3, 3), (outcome.Read, outcome.Added));
        Assert.False(System.IO.Directory.Exists(feed.Options.ArchivePath));
    }

    [Fact]
    public async Task A_fetch_that_is_stopped_at_its_second_file_takes_the_first_one_along()
    {
        await using var feed = await WebFeed.CreateAsync();
        // Other tests leave files in the same folder for a moment: ours is known by its size.
        var body = Encoding.UTF8.GetBytes(WebFeed.Rows + new string('\n', 54_321));
        feed.Server.Answer(WebFeed.Path, "200 OK", body);
        using var stop = new CancellationTokenSource();
        var seen = 0;
        feed.Server.Act("/second.csv", async (_, _) =>
        {
            seen = Downloads(body.Length);
            await stop.CancelAsync();
        });
        var table = feed.Manifest.Tables[0];
        var manifest = feed.Manifest with { Tables = [table, table with { Name = "second", Source = table.Source with { Url = feed.Server.Address("/second.csv") } }] };
        using var fetcher = new FeedFetcher(feed.Directory.Wrapped, feed.Directory.Archive, feed.Directory.Clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new FeedReleases(fetcher, feed.Directory.Archive, feed.Directory.Ahead).FetchAsync(manifest, new ReleaseOrder(), stop.Token));

        Assert.Equal((1, 0), (seen, Downloads(body.Length)));
    }

    private static int Downloads(long length) =>
        System.IO.Directory.GetFiles(System.IO.Path.GetTempPath(), "center-directory-*").Count(file => new FileInfo(file) is { Exists: true } found && found.Length == length);

    private static (ImportRunStatus Status, int Missing, int Retired) Losses(ImportOutcome outcome) => (outcome.Status, outcome.Missing, outcome.Retired);
}
