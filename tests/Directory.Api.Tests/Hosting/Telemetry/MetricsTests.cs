using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Hosting.Telemetry;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Hosting.Telemetry;

/// <summary>What Prometheus reads. Meters are the process's: each test looks for labels of its own.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task An_operation_goes_by_its_name_only_if_its_document_is_trusted()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        using var client = hosted.Client();
        var trusted = hosted.Services.GetRequiredService<PersistedDocuments>().Trust("query CountedByTests { centers(first: 3) { nodes { name } } }");
        await AskAsync(client, new { documentId = trusted });
        await AskAsync(client, new { query = "query InventedByTests { centers(first: 3) { nodes { name } } }" });

        var metrics = await client.GetStringAsync("/metrics", Cancel);

        Assert.Contains("""graphql_request_duration_seconds_count{operation="CountedByTests",outcome="ok",source="executed"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains("""graphql_request_statements_sum{operation="CountedByTests"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains("operation=\"other\"", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("InventedByTests", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_answer_counts_as_such()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        await hosted.CommitRevisionAsync(1);
        using var client = hosted.Client();
        var trusted = hosted.Services.GetRequiredService<PersistedDocuments>().Trust("query KeptByTests { centers(first: 4) { nodes { name } } }");
        await AskAsync(client, new { documentId = trusted });
        await AskAsync(client, new { documentId = trusted });

        var metrics = await client.GetStringAsync("/metrics", Cancel);

        Assert.Contains("""_count{operation="KeptByTests",outcome="ok",source="kept"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains("""_count{operation="KeptByTests",outcome="ok",source="executed"} 1""", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_of_the_text_format()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        using var client = hosted.Client();
        await AskAsync(client, new { query = "{ centers { nodes { name } } }" });

        using var answer = await client.GetAsync("/metrics", Cancel);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("text/plain; version=0.0.4", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("graphql_plans_total{", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task How_a_source_is_doing_is_a_gauge()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        await using (var db = await hosted.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO Sources (Key, Title, Format, Priority, ConsecutiveFailures, RecordCount, Enabled, Health_State, Health_MessageRu, Health_MessageEn) VALUES ('gauged-by-tests', 'Клубы', 'csv', 50, 4, 0, 1, 'Failing', '', '')",
                Cancel);
        }

        await hosted.Services.GetRequiredService<DirectoryGauges>().ReadAsync(Cancel);
        var metrics = await hosted.Client().GetStringAsync("/metrics", Cancel);

        Assert.Contains("""directory_source_failures{source="gauged-by-tests"} 4""", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_answered_where_metrics_are_switched_off()
    {
        await using var hosted = await HostedDirectory.StartAsync("--Telemetry:Metrics=false");

        using var answer = await hosted.Client().GetAsync("/metrics", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task By_default_only_the_machine_itself_is_answered()
    {
        await using var hosted = await HostedDirectory.StartAsync("--Proxies:Trusted:0=127.0.0.1");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(hosted, null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hosted, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hosted, "10.1.2.3"));
    }

    [Fact]
    public async Task Named_networks_are_answered_and_then_nobody_else()
    {
        await using var hosted = await HostedDirectory.StartAsync(
            "--Proxies:Trusted:0=127.0.0.1", "--Telemetry:MetricsFrom:0=192.0.2.0/24", "--Telemetry:MetricsFrom:1=2001:db8::7");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(hosted, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(hosted, "::ffff:192.0.2.9"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(hosted, "2001:db8::7"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hosted, "2001:db8::8"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hosted, null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(hosted, null, "/Metrics/"));
    }

    /// <summary>A proxy on the same machine has its address, and who stands behind it cannot be told.</summary>
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    public async Task Readers_behind_a_proxy_that_nobody_has_named_are_not_taken_for_the_machine(string header, string value)
    {
        await using var hosted = await HostedDirectory.StartAsync();
        using var client = hosted.Client((header, value));

        using var answer = await client.GetAsync("/metrics", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("graphql_", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_network_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => HostedDirectory.StartAsync("--Telemetry:MetricsFrom:0=inside"));

        Assert.Contains("Telemetry:MetricsFrom has 'inside', which is no network", error.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HostedDirectory hosted, string? reader, string path = "/metrics")
    {
        using var client = reader is null ? hosted.Client() : hosted.Client(("X-Forwarded-For", reader));
        using var answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    private static async Task AskAsync(HttpClient client, object request)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", request, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("""^(# (HELP|TYPE|UNIT|EOF).*|[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\[\\"n])*",?)*\})? ([-+0-9.eE]+|NaN|[-+]Inf)( \d+)?)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
