using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using CenterDirectory.Api.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>The database goes away and comes back.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Everybody_is_told_to_come_back_and_answered_once_it_is_there_again()
    {
        var revisions = new Breakable();
        await using var hosted = await HostedDirectory.StartAsync(builder => builder.Services.AddSingleton<NewestRevision>(revisions));
        using var client = hosted.Client();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client)).StatusCode);

        revisions.IsAway = true;
        var graphql = await AskAsync(client);
        var page = await client.GetAsync("/sitemap.xml", Cancel);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (graphql.StatusCode, page.StatusCode));
        Assert.Equal((5, 5), (graphql.Headers.RetryAfter!.Delta!.Value.Seconds, page.Headers.RetryAfter!.Delta!.Value.Seconds));
        Assert.Contains("\"code\":\"UNAVAILABLE\"", await graphql.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", page.Content.Headers.ContentType!.MediaType);

        revisions.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sitemap.xml", Cancel)).StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client) =>
        client.PostAsJsonAsync("/graphql", new { query = "{ centers { nodes { name } } }" }, Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Breakable : NewestRevision
    {
        public bool IsAway { get; set; }

        public override ValueTask<int?> NumberAsync(CancellationToken cancellationToken) =>
            IsAway ? throw new InvalidOperationException("wrapped", new Gone()) : ValueTask.FromResult<int?>(null);
    }

    private sealed class Gone : DbException
    {
        public override bool IsTransient => true;
    }
}
