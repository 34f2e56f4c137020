using System.IO.Compression;
using System.Text;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Fetching;

public sealed class FeedFetcherTests : IAsyncDisposable
{
    private readonly LoopbackServer server = new();
    private readonly ImportersOptions options = new() { AllowHosts = { "127.0.0.1" } };

    [Fact]
    public async Task A_page_is_downloaded_and_can_be_read_twice()
    {
        server.Answer("/list.csv", "200 OK", "id\n1\n"u8.ToArray(), "Content-Length: 5");

        await using var fetched = await FetchAsync("/list.csv");

        Assert.True(fetched.IsFetched);
        Assert.Equal("id\n1\n", await TextAsync(fetched.Content));
        fetched.Content.Position = 0;
        Assert.Equal("id\n1\n", await TextAsync(fetched.Content));
    }

    [Fact]
    public async Task A_compressed_answer_is_unpacked()
    {
        server.Answer("/list.csv", "200 OK", Gzip("id\n1\n"), "Content-Encoding: gzip");

        await using var fetched = await FetchAsync("/list.csv");

        Assert.Equal("id\n1\n", await TextAsync(fetched.Content!));
    }

    [Fact]
    public async Task A_truncated_compressed_answer_is_damaged_not_short()
    {
        server.Answer("/list.csv", "200 OK", Gzip(string.Concat(Enumerable.Range(0, 20_000)))[..^400], "Content-Encoding: gzip");

        Assert.Equal("download-damaged", await FailureAsync("/list.csv"));
    }

    [Fact]
    public async Task An_answer_shorter_than_promised_is_broken_off()
    {
        server.Answer("/list.csv", "200 OK", "id\n"u8.ToArray(), "Content-Length: 5000");

        Assert.Equal("download-broken", await FailureAsync("/list.csv"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_size_is_capped_whether_or_not_it_is_told(bool isTold)
    {
        options.MaxDownloadBytes = 100;
        server.Answer("/list.csv", "200 OK", new byte[101], isTold ? ["Content-Length: 101"] : []);

        Assert.Equal("download-too-large", await FailureAsync("/list.csv"));
    }

    [Fact]
    public async Task The_cap_counts_unpacked_bytes()
    {
        options.MaxDownloadBytes = 100_000;
        server.Answer("/bomb.csv", "200 OK", Gzip(new string('0', 1_000_000)), "Content-Encoding: gzip");

        Assert.Equal("download-too-large", await FailureAsync("/bomb.csv"));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_timeout()
    {
        options.Timeout = TimeSpan.FromMilliseconds(200);

        Assert.Equal("download-timeout", await FailureAsync("/silence"));
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_timeout()
    {
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var fetcher = Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await fetcher.FetchAsync(Manifest(), Location(server.Address("/silence")), caller.Token));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        for (var i = 1; i <= 5; i++)
        {
            server.Redirect($"/{i}", $"/{i + 1}");
        }

        server.Answer("/6", "200 OK", "id\n"u8.ToArray(), "Content-Length: 3");
        server.Redirect("/0", "/1");

        await using var fetched = await FetchAsync("/1");

        Assert.Equal("id\n", await TextAsync(fetched.Content!));
        Assert.Equal("too-many-redirects", await FailureAsync("/0"));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/list.csv")]
    [InlineData("http://localhost/list.csv")]
    public async Task A_redirect_leads_to_no_other_scheme(string target)
    {
        server.Redirect("/list.csv", target);

        Assert.Equal("scheme-refused", await FailureAsync("/list.csv"));
    }

    [Theory]
    [InlineData("https://localhost:1/")]
    [InlineData("https://10.0.0.1/list.csv")]
    [InlineData("https://[::1]/list.csv")]
    [InlineData("https://[::ffff:127.0.0.1]/list.csv")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    public async Task A_redirect_does_not_lead_into_a_private_network(string target)
    {
        server.Redirect("/list.csv", target);

        Assert.Equal("address-refused", await FailureAsync("/list.csv"));
    }

    [Fact]
    public async Task A_loopback_host_that_nobody_allowed_is_not_even_connected()
    {
        await using var secure = new LoopbackServer(tls: true);
        options.AllowHosts.Clear();

        Assert.Equal("address-refused", await FailureAsync(secure.Address("/list.csv")));
        Assert.Empty(secure.Requests);
    }

    [Fact]
    public async Task Plain_http_is_for_allowed_hosts_only()
    {
        options.AllowHosts.Clear();

        Assert.Equal("scheme-refused", await FailureAsync("/list.csv"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var secure = new LoopbackServer(tls: true);
        secure.Answer("/list.csv", "200 OK", "id\n"u8.ToArray());

        Assert.Equal("tls-failed", await FailureAsync(secure.Address("/list.csv")));
        Assert.Empty(secure.Requests);
    }

    [Fact]
    public async Task A_status_other_than_success_is_told_and_its_body_is_no_data()
    {
        server.Answer("/list.csv", "404 Not Found", "id\n1\n"u8.ToArray(), "Content-Length: 5");

        Assert.Equal("http-status", await FailureAsync("/list.csv"));
    }

    [Fact]
    public async Task Secrets_in_the_query_stay_out_of_messages()
    {
        server.Answer("/list.csv?token=secret", "403 Forbidden", [], "Content-Length: 0");

        await using var fetched = await FetchAsync("/list.csv?token=secret");

        Assert.DoesNotContain("secret", fetched.Failure?.Message.Ru + fetched.Failure?.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named_in_full()
    {
        using var fetcher = Fetcher();

        await using var fetched = await fetcher.FetchAsync(
            Manifest(), new FeedLocation { File = "data/none.csv", Format = "csv" }, TestContext.Current.CancellationToken);

        Assert.Equal("file-missing", fetched.Failure?.Code);
        Assert.Contains(Path.GetFullPath("/feeds/ru/data/none.csv"), fetched.Failure?.Message.En, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<string> TextAsync(Stream content)
    {
        using var reader = new StreamReader(content, leaveOpen: true);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static FeedLocation Location(Uri address) => new() { Url = address, Format = "csv" };

    private static FeedManifest Manifest() => new() { Key = "test", Title = "Проба", Tables = [], File = "/feeds/ru/test.yaml", Hash = "" };

    private FeedFetcher Fetcher() => new(new OptionsWrapper<ImportersOptions>(options));

    private Task<string> FailureAsync(string path) => FailureAsync(server.Address(path));

    private async Task<string> FailureAsync(Uri address)
    {
        using var fetcher = Fetcher();
        await using var fetched = await fetcher.FetchAsync(Manifest(), Location(address), TestContext.Current.CancellationToken);
        return fetched.Failure?.Code ?? "fetched";
    }

    private async Task<FetchedFeed> FetchAsync(string path)
    {
        using var fetcher = Fetcher();
        return await fetcher.FetchAsync(Manifest(), Location(server.Address(path)), TestContext.Current.CancellationToken);
    }
}
