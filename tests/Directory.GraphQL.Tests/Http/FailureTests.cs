using System.Text.Json;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>Resolvers that fail, take too long, or are no longer waited for.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync("TimeoutSeconds=1");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_message_of_an_exception_stays_here_and_is_found_by_its_trace_id()
    {
        var reply = await server.PostAsync("{ hello secret }");

        Assert.Equal(("INTERNAL_SERVER_ERROR", "Unexpected Execution Error"), (reply.Code, reply.Error.GetProperty("message").GetString()));
        Assert.DoesNotContain("swordfish", reply.Body, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("data").ValueKind);
        var trace = reply.Error.GetProperty("extensions").GetProperty("traceId").GetString()!;
        var entry = Assert.Single(server.Log.Entries);
        Assert.Contains(trace, entry.Text, StringComparison.Ordinal);
        Assert.Contains("swordfish", entry.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_and_its_resolver_stopped()
    {
        var plain = await server.PostAsync("{ hello slow }");

        Assert.Equal((200, "TIMEOUT"), (plain.Status, plain.Code));
        Assert.False(plain.Json.TryGetProperty("data", out _));
        Assert.True(await server.Backstage.Stopped.WaitAsync(Patience, TestContext.Current.CancellationToken));
        var typed = await server.PostAsync("{ hello slow }", accept: "application/graphql-response+json");
        Assert.Equal((503, "TIMEOUT"), (typed.Status, typed.Code));
    }

    [Fact]
    public async Task Somebody_elses_cancellation_is_an_error_of_the_field()
    {
        var reply = await server.PostAsync("{ hello impatient }");

        Assert.Equal("INTERNAL_SERVER_ERROR", reply.Code);
        Assert.Equal("""{"hello":"Hello world","impatient":null}""", reply.Json.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_resolver_stops_when_its_client_has_gone()
    {
        await using var patient = await TinyServer.StartAsync("TimeoutSeconds=600");
        using var leaving = new CancellationTokenSource();
        var asking = patient.Client.GetAsync(new Uri("/graphql?query={slow}", UriKind.Relative), leaving.Token);
        Assert.True(await patient.Backstage.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken));

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.True(await patient.Backstage.Stopped.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Empty(patient.Log.Entries);
    }

    [Fact]
    public async Task Who_waits_for_a_place_is_given_up_as_well()
    {
        await using var narrow = await TinyServer.StartAsync("TimeoutSeconds=1", "Concurrency=1");
        var first = narrow.PostAsync("{ slow }");
        Assert.True(await narrow.Backstage.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken));
        var second = narrow.PostAsync("{ slow }");

        Assert.Equal("TIMEOUT", (await first).Code);
        Assert.Equal("TIMEOUT", (await second).Code);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await narrow.PostAsync("{ hello }")).Body);
    }
}
