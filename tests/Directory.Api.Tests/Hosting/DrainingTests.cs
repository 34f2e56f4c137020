using System.Net;
using CenterDirectory.Importers.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>How a process ends that others still send requests to.</summary>
public sealed class DrainingTests
{
    [Fact]
    public async Task Readiness_goes_first_and_streams_are_told_while_requests_are_still_taken()
    {
        await using var hosted = await HostedDirectory.StartAsync("--Shutdown:Drain=00:00:05");
        await hosted.Services.GetRequiredService<FirstImport>().Ended.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        using var client = hosted.Client();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { changed { number } }"));
        ask.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await client.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));

        hosted.App.Lifetime.StopApplication();
        var stopping = hosted.App.StopAsync(Cancel);

        Assert.EndsWith("event: complete\ndata: \n\n", await stream.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/robots.txt"));
        await stopping;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/health/live", Cancel));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancel);
        return answer.StatusCode;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
