using System.IO.Compression;
using System.Text;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>Whatever a publisher's server does, a run ends, says what happened, and the directory stays as it was.</summary>
public sealed class FaultTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("404 Not Found", "status 404")]
    [InlineData("500 Internal Server Error", "status 500")]
    [InlineData("204 No Content", "status 204")]
    [InlineData("206 Partial Content", "status 206")]
    public async Task A_status_that_is_no_release_fails_the_run(string status, string reason)
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(feed, () => feed.Server.Answer(WebFeed.Path, status, status[0] == '2' && status[2] == '4' ? [] : "id,name\n1,Один\n"u8.ToArray()), reason);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body><form action=/login>", "text/csv", "HTML page")]
    [InlineData("<html><title>503 Service Unavailable</title>", "text/html", "HTML page")]
    [InlineData("", "text/csv", "The file is empty")]
    [InlineData(" \r\n\r\n ", "text/csv", "The file is empty")]
    [InlineData("%PDF-1.7 ...", "text/csv; charset=utf-8", "PDF document")]
    [InlineData("PK\u0003\u0004....", "text/csv", "archive is d")]
    [InlineData("number;title\n1;Первый клуб\n", "text/csv", "id")]
    public async Task An_answer_that_is_no_such_table_fails_the_run_whatever_it_calls_itself(string body, string type, string reason)
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(feed, () => feed.Publish(body, $"Content-Type: {type}"), reason);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("image/png; charset=koi8-r")]
    public async Task A_table_is_one_whatever_its_content_type_says(string type)
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Publish(WebFeed.Rows, $"Content-Type: {type}");

        Assert.Equal((ImportRunStatus.Applied, 3), Short(await feed.RunAsync()));
        Assert.Contains("Первый клуб", await feed.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_everybody_may_read_of_a_run_tells_neither_the_key_of_an_address_nor_the_folders_of_the_operator()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Manifest = feed.Manifest with
        {
            Tables = [feed.Manifest.Tables[0] with { Source = feed.Manifest.Tables[0].Source with { Url = feed.Server.Address(WebFeed.Path + "?token=secret") } }],
        };
        feed.Server.Answer(WebFeed.Path + "?token=secret", "200 OK", Encoding.UTF8.GetBytes("number,title\n1,Первый клуб\n"));
        var folder = System.IO.Directory.CreateTempSubdirectory("private-").FullName;
        var file = Path.Combine(folder, "list.csv");
        await File.WriteAllTextAsync(file, "number,title\n1,Первый клуб\n", TestContext.Current.CancellationToken);

        var fetched = await feed.RunAsync();
        var byHand = await feed.RunAsync(new ImportOptions { FromFile = file });
        var again = await feed.RunAsync(new ImportOptions { FromFile = Path.Combine(folder, "none.csv") });

        var reasons = await feed.Directory.AskAsync(db => db.ImportRuns.OrderBy(run => run.Id).Select(run => run.ReasonEn!).ToListAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith(feed.Server.Address(WebFeed.Path).AbsoluteUri + ":1: ", fetched.Reason!.En, StringComparison.Ordinal);
        Assert.Contains(file, byHand.Reason!.En, StringComparison.Ordinal);
        Assert.Contains(folder, again.Reason!.En, StringComparison.Ordinal);
        Assert.DoesNotContain(reasons, reason => reason.Contains("secret", StringComparison.Ordinal) || reason.Contains(folder, StringComparison.Ordinal));
        Assert.StartsWith("list.csv:1: ", reasons[1], StringComparison.Ordinal);
        Assert.StartsWith("There is no file none.csv.", reasons[2], StringComparison.Ordinal);
        Assert.Equal(feed.Server.Address(WebFeed.Path), (await feed.SourceAsync()).Url);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_release_without_rows_waits_for_the_operator()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        var before = await feed.DumpAsync();
        feed.Publish("id,name\n");

        var outcome = await feed.RunAsync();

        Assert.Equal(ImportRunStatus.Quarantined, outcome.Status);
        Assert.Equal(before, await feed.DumpAsync());
    }

    [Fact]
    public async Task A_server_that_falls_silent_in_mid_answer_is_left()
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(
            feed,
            () => feed.Server.Act(WebFeed.Path, async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(LoopbackServer.Head("200 OK", "Content-Length: 5000"), cancellationToken);
                await stream.WriteAsync("id,name\n1,Пер"u8.ToArray(), cancellationToken);
                await stream.FlushAsync(cancellationToken);
                feed.Directory.Clock.Advance(feed.Options.StallTimeout);
                await LeftAloneAsync(stream, cancellationToken);
            }),
            "nothing has come for 30 s");
    }

    [Fact]
    public async Task A_server_that_says_nothing_at_all_is_left()
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(
            feed,
            () => feed.Server.Act(WebFeed.Path, async (stream, cancellationToken) =>
            {
                feed.Directory.Clock.Advance(feed.Options.StallTimeout);
                await LeftAloneAsync(stream, cancellationToken);
            }),
            "nothing has come for 30 s");
    }

    [Fact]
    public async Task A_server_that_drips_for_ever_is_left_when_the_time_is_up()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Options.StallTimeout = TimeSpan.FromHours(1);

        await FailsAsync(
            feed,
            () => feed.Server.Act(WebFeed.Path, async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(LoopbackServer.Head("200 OK"), cancellationToken);
                while (true)
                {
                    await stream.WriteAsync("1,Клуб\n"u8.ToArray(), cancellationToken);
                    feed.Directory.Clock.Advance(TimeSpan.FromSeconds(20));
                }
            }),
            "did not load within 300 s");
    }

    [Fact]
    public async Task A_server_that_never_ends_is_cut_off_at_the_limit_of_size()
    {
        await using var feed = await WebFeed.CreateAsync();
        var sent = 0L;

        await FailsAsync(
            feed,
            () =>
            {
                feed.Options.MaxDownloadBytes = Megabyte;
                feed.Server.Act(WebFeed.Path, async (stream, cancellationToken) =>
                {
                    var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,Клуб\n", 8_000)));
                    await stream.WriteAsync(LoopbackServer.Head("200 OK"), cancellationToken);
                    while (true)
                    {
                        await stream.WriteAsync(block, cancellationToken);
                        Interlocked.Add(ref sent, block.Length);
                    }
                });
            },
            "larger than 1048576 bytes");

        // The limit, and what the sockets of both sides hold.
        Assert.InRange(sent, Megabyte / 2, 32 * Megabyte);
    }

    [Fact]
    public async Task A_bomb_of_gzip_is_cut_off_while_it_is_unpacked()
    {
        await using var feed = await WebFeed.CreateAsync();
        var bomb = Bomb(512 * Megabyte);
        Assert.InRange(bomb.Length, 1, Megabyte);

        await FailsAsync(
            feed,
            () =>
            {
                feed.Options.MaxDownloadBytes = 2 * Megabyte;
                feed.Server.Answer(WebFeed.Path, "200 OK", bomb, $"Content-Length: {bomb.Length}", "Content-Encoding: gzip");
            },
            "larger than 2097152 bytes");
        Assert.Empty(ArchivedIn(feed, "incoming"));
    }

    [Theory]
    [InlineData("Content-Length: 5000", "broke off")]
    [InlineData("Transfer-Encoding: chunked", "broke off")]
    [InlineData("Content-Encoding: gzip", "damaged or cut off")]
    public async Task A_truncated_answer_is_no_short_release(string header, string reason)
    {
        await using var feed = await WebFeed.CreateAsync();
        var body = header switch
        {
            "Content-Encoding: gzip" => Gzip(string.Concat(Enumerable.Range(0, 9_000).Select(number => $"{number},Клуб\n")))[..^40],
            "Transfer-Encoding: chunked" => "100\r\nid,name\n1,Один\n"u8.ToArray(),
            _ => "id,name\n1,Один\n"u8.ToArray(),
        };

        await FailsAsync(feed, () => feed.Server.Answer(WebFeed.Path, "200 OK", body, header), reason);
    }

    [Fact]
    public async Task A_packing_nobody_asked_for_is_refused()
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(feed, () => feed.Publish("\u001b", "Content-Encoding: br"), "packed by 'br'");
    }

    [Fact]
    public async Task A_loop_of_redirects_is_left()
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(feed, () => feed.Server.Redirect(WebFeed.Path, WebFeed.Path), "redirects more than 5 times");
        Assert.Equal(7, feed.Server.Requests.Count);
    }

    [Theory]
    [InlineData("https://localhost/clubs.csv", "private network")]
    [InlineData("https://[::ffff:127.0.0.1]/clubs.csv", "private network")]
    [InlineData("http://localhost/clubs.csv", "not https")]
    [InlineData("file:///etc/passwd", "not https")]
    public async Task A_redirect_into_the_own_network_is_refused(string target, string reason)
    {
        await using var feed = await WebFeed.CreateAsync();

        await FailsAsync(feed, () => feed.Server.Redirect(WebFeed.Path, target), reason);
    }

    private static async Task FailsAsync(WebFeed feed, Action fault, string reason)
    {
        Assert.Equal((ImportRunStatus.Applied, 3), Short(await feed.RunAsync()));
        var before = await feed.DumpAsync();
        fault();

        var outcome = await feed.RunAsync().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Contains(reason, outcome.Reason!.En, StringComparison.Ordinal);
        Assert.Equal(before, await feed.DumpAsync());
        var run = await feed.Directory.AskAsync(db => db.ImportRuns.OrderBy(run => run.Id).LastAsync());
        Assert.Equal(ImportRunStatus.Failed, run.Status);
        // The console names the manifest in full, the public run does not.
        Assert.EndsWith(run.ReasonRu!, outcome.Reason.Ru, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetDirectoryName(feed.Manifest.File)!, run.ReasonRu + run.ReasonEn, StringComparison.Ordinal);
        Assert.NotNull(run.FinishedAt);
        Assert.Equal(1, (await feed.SourceAsync()).ConsecutiveFailures);
    }

    private static (ImportRunStatus Status, int Read) Short(ImportOutcome outcome) => (outcome.Status, outcome.Read);

    /// <summary>Waits until the visitor has gone.</summary>
    private static async Task LeftAloneAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(new byte[64], cancellationToken) > 0)
        {
        }
    }

    private static string[] ArchivedIn(WebFeed feed, string folder)
    {
        var path = Path.Combine(feed.Options.ArchivePath, folder);
        return System.IO.Directory.Exists(path) ? System.IO.Directory.GetFiles(path) : [];
    }

    private static byte[] Bomb(int size)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[Megabyte];
            for (var written = 0; written < size; written += zeros.Length)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
