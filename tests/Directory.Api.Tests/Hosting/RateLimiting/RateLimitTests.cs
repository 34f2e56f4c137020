using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CenterDirectory.Api.Tests.Hosting.RateLimiting;

/// <summary>Whoever reads too much waits; others do not.</summary>
public sealed class RateLimitTests
{
    private static readonly string[] Small =
    [
        "--RateLimit:Burst=100", "--RateLimit:RowsPerSecond=1", "--RateLimit:RequestRows=1", "--RateLimit:Exempt:0=203.0.113.0/24",
        "--Proxies:Trusted:0=127.0.0.1",
    ];

    [Fact]
    public async Task Rows_that_a_query_may_read_are_taken_before_it_runs_and_the_client_is_told()
    {
        await using var hosted = await HostedDirectory.StartAsync(Small);
        using var client = hosted.Client(("X-Forwarded-For", "192.0.2.1"));

        using var first = await AskAsync(client, "{ centers(first: 60) { nodes { name } } }");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("\"rows\";q=100;w=100", Header(first, "RateLimit-Policy"));
        Assert.StartsWith("\"rows\";r=39;t=61", Header(first, "RateLimit"), StringComparison.Ordinal);

        using var second = await AskAsync(client, "{ centers(first: 61) { nodes { name } } }");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 20, 23);
        Assert.Equal("no-store", Header(second, "Cache-Control"));
        var body = await second.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var error = Assert.Single(body.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal("RATE_LIMITED", error.GetProperty("code").GetString());
        Assert.InRange(error.GetProperty("retryAfterSeconds").GetInt32(), 20, 23);

        using var cheaper = await AskAsync(client, "{ centers(first: 5) { nodes { name } } }");
        Assert.Equal(HttpStatusCode.OK, cheaper.StatusCode);
    }

    [Fact]
    public async Task Another_client_has_an_account_of_its_own_and_one_of_an_exempt_network_none()
    {
        await using var hosted = await HostedDirectory.StartAsync(Small);
        using var greedy = hosted.Client(("X-Forwarded-For", "2001:db8::1"));
        using var neighbour = hosted.Client(("X-Forwarded-For", "2001:db8::2"));
        using var other = hosted.Client(("X-Forwarded-For", "2001:db8:0:1::1"));
        using var exempt = hosted.Client(("X-Forwarded-For", "203.0.113.5"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(greedy));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(greedy));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(neighbour));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
        for (var time = 0; time < 3; time++)
        {
            using var answer = await AskAsync(exempt, "{ centers(first: 99) { nodes { name } } }");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("RateLimit"));
        }
    }

    [Fact]
    public async Task A_page_is_refused_as_a_problem_and_health_never()
    {
        await using var hosted = await HostedDirectory.StartAsync([.. Small, "--RateLimit:RequestRows=60"]);
        using var client = hosted.Client(("X-Forwarded-For", "192.0.2.1"));
        using var first = await client.GetAsync("/robots.txt", Cancel);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        using var second = await client.GetAsync("/robots.txt", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(second.Headers.RetryAfter);
        using var health = await client.GetAsync("/health/live", Cancel);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Who_is_no_trusted_proxy_cannot_speak_for_another_client()
    {
        await using var hosted = await HostedDirectory.StartAsync([.. Small[..3], "--RateLimit:Exempt:0=203.0.113.0/24", "--Proxies:Trusted:0=198.51.100.1"]);
        using var one = hosted.Client(("X-Forwarded-For", "192.0.2.1"));
        using var other = hosted.Client(("X-Forwarded-For", "203.0.113.5"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(one));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(other));
    }

    [Fact]
    public async Task The_machine_itself_is_not_limited_unless_others_are_named()
    {
        await using var hosted = await HostedDirectory.StartAsync("--RateLimit:Burst=100", "--RateLimit:RowsPerSecond=1");
        using var client = hosted.Client();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await AskAsync(client, "{ centers(first: 80) { nodes { slug } } }");
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string query) => client.PostAsJsonAsync("/graphql", new { query }, Cancel);

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
