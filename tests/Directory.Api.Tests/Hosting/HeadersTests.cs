using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>What every answer carries, whoever gives it.</summary>
public sealed class HeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/graphql?query=%7B__typename%7D")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    [InlineData("/no-such-page")]
    [InlineData("/feeds/events.ics")]
    [InlineData("/embed/v1/center-directory.js")]
    public async Task Security_headers_are_on_everything_and_the_server_does_not_name_itself(string address)
    {
        await using var hosted = await HostedDirectory.StartAsync("--Site:Origin=https://centers.example.org");

        using var answer = await hosted.Client().GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", Single(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Single(answer, "Referrer-Policy"));
        Assert.Equal("max-age=31536000", Single(answer, "Strict-Transport-Security"));
        Assert.Equal("cross-origin", Single(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("default-src", Single(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Who_does_not_say_https_is_not_bound_to_it()
    {
        await using var hosted = await HostedDirectory.StartAsync();

        using var answer = await hosted.Client().GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_body_beyond_all_measure_is_not_read()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        using var content = new StreamContent(new MemoryStream(new byte[200_000]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await hosted.Client().PostAsync("/graphql", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("LIMIT_EXCEEDED", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Proxies:Trusted:0=everybody")]
    [InlineData("--RateLimit:Exempt:0=10.0.0.0/99")]
    [InlineData("--RateLimit:Burst=0")]
    [InlineData("--FORWARDEDHEADERS_ENABLED=true")]
    [InlineData("--Shutdown:Timeout=0")]
    [InlineData("--Telemetry:TraceShare=2")]
    public async Task A_setting_that_means_nothing_stops_the_start(string setting) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => HostedDirectory.StartAsync(setting));

    private static string Single(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
