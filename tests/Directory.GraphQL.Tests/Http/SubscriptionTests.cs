using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>Subscriptions as server-sent events, a connection for each.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync("HeartbeatSeconds=1", "Subscriptions=3");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("GET", "text/event-stream")]
    [InlineData("POST", "text/event-stream")]
    [InlineData("POST", "application/graphql-response+json, text/event-stream;q=0.5")]
    public async Task Each_event_is_answered(string method, string accept)
    {
        using var listening = await OpenAsync("subscription ($f: Int) { number(factor: $f) }", """{"f":10}""", method, accept);

        await SendAsync(1);
        Assert.Equal(("next", """{"data":{"number":10}}"""), await listening.NextAsync());
        await SendAsync(2);
        Assert.Equal(("next", """{"data":{"number":20}}"""), await listening.NextAsync());
        Channel().Writer.Complete();
        Assert.Equal(("complete", ""), await listening.NextAsync());
        Assert.Null(await listening.NextAsync());
    }

    [Fact]
    public async Task The_stream_is_open_before_anything_happens_and_shows_that_it_lives()
    {
        using var listening = await OpenAsync("subscription { number }");

        Assert.Equal("text/event-stream", listening.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", listening.Response.Headers.CacheControl!.ToString());
        Assert.Equal(":", await listening.LineAsync());
        Assert.Equal("", await listening.LineAsync());
        Assert.Equal(":", await listening.LineAsync());
    }

    [Fact]
    public async Task Arguments_of_the_source_are_arguments_of_the_field()
    {
        using var listening = await OpenAsync("subscription { number(start: 41) }");

        Assert.Equal(("next", """{"data":{"number":41}}"""), await listening.NextAsync());
    }

    [Fact]
    public async Task An_error_of_one_event_does_not_end_the_stream()
    {
        using var listening = await OpenAsync("subscription { number }");

        await SendAsync(-1);
        var (_, failed) = (await listening.NextAsync())!.Value;
        await SendAsync(5);

        Assert.Contains("NEGATIVE", failed, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"number\"]", failed, StringComparison.Ordinal);
        Assert.Equal(("next", """{"data":{"number":5}}"""), await listening.NextAsync());
    }

    [Fact]
    public async Task The_source_ends_when_the_client_leaves()
    {
        var listening = await OpenAsync("subscription { number }");
        Channel();

        listening.Dispose();

        await UntilAsync(() => server.Backstage.Listeners.IsEmpty);
        Assert.Empty(server.Log.Entries);
    }

    [Fact]
    public async Task The_stream_completes_when_the_server_stops()
    {
        await using var stopping = await TinyServer.StartAsync();
        using var listening = await OpenAsync("subscription { number }", on: stopping);

        var stopped = stopping.StopAsync();

        Assert.Equal(("complete", ""), await listening.NextAsync());
        await stopped.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { number broken }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { number @skip(if: true) }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription {", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription ($f: Int!) { number(factor: $f) }", "BAD_USER_INPUT")]
    [InlineData("subscription { number(factor: 0) }", "BAD_USER_INPUT")]
    public async Task What_is_wrong_with_a_request_is_told_in_the_stream(string document, string code)
    {
        using var listening = await OpenAsync(document, waitForSource: false);

        var (name, data) = (await listening.NextAsync())!.Value;

        Assert.Equal("next", name);
        Assert.Equal(code, JsonDocument.Parse(data).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain("\"data\"", data, StringComparison.Ordinal);
        Assert.Equal(("complete", ""), await listening.NextAsync());
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_and_keeps_its_secrets()
    {
        using var listening = await OpenAsync("subscription { broken }", waitForSource: false);

        Assert.Equal(("next", """{"data":{"broken":1}}"""), await listening.NextAsync());
        var (_, failure) = (await listening.NextAsync())!.Value;
        Assert.Contains("INTERNAL_SERVER_ERROR", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", failure, StringComparison.Ordinal);
        Assert.Equal(("complete", ""), await listening.NextAsync());
    }

    [Fact]
    public async Task A_query_is_one_event()
    {
        using var listening = await OpenAsync("{ hello }", waitForSource: false);

        Assert.Equal(("next", """{"data":{"hello":"Hello world"}}"""), await listening.NextAsync());
        Assert.Equal(("complete", ""), await listening.NextAsync());
    }

    [Fact]
    public async Task Get_never_runs_a_mutation()
    {
        using var listening = await OpenAsync("mutation { bump }", waitForSource: false, method: "GET");

        Assert.Equal(405, (int)listening.Response.StatusCode);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Fact]
    public async Task Too_many_streams_are_refused_and_a_closed_one_makes_room()
    {
        var open = new List<Listening>();
        for (var i = 0; i < 3; i++)
        {
            open.Add(await OpenAsync("subscription { number }", waitForSource: false));
        }

        await UntilAsync(() => server.Backstage.Listeners.Count == 3);
        using (var refused = await OpenAsync("subscription { number }", waitForSource: false))
        {
            var (_, data) = (await refused.NextAsync())!.Value;
            Assert.Contains("\"limit\":\"subscriptions\",\"actual\":4,\"maximum\":3", data, StringComparison.Ordinal);
            Assert.Equal(("complete", ""), await refused.NextAsync());
        }

        open[0].Dispose();
        await UntilAsync(() => server.Backstage.Listeners.Count == 2);
        using var accepted = await OpenAsync("subscription { number }", waitForSource: false);
        await UntilAsync(() => server.Backstage.Listeners.Count == 3);
        open.ForEach(listening => listening.Dispose());
    }

    [Fact]
    public void A_field_of_the_root_needs_a_source()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddType(typeof(TinyQuery)).AddType(typeof(Wrong)).Build());

        Assert.Equal(
            [
                "Wrong.GetB: [Subscribe] names the method Missing, but Wrong has no static method of that name.",
                "Wrong.GetC: Sync gives the events of a subscription, so it must return IAsyncEnumerable<T>.",
                "Subscription.a: has no source of events; add [Subscribe(With = nameof(…))].",
                "Subscription.b: has no source of events; add [Subscribe(With = nameof(…))].",
                "Subscription.c: has no source of events; add [Subscribe(With = nameof(…))].",
            ],
            error.Problems);
    }

    [Fact]
    public void Sources_are_no_fields_but_give_them_their_arguments()
    {
        var fields = TinyServer.Schema().SubscriptionType!.Fields;

        Assert.Equal(["number", "broken"], fields.Select(field => field.Name));
        Assert.Equal(["factor: Int!", "start: Int"], fields[0].Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
    }

    private async Task<Listening> OpenAsync(
        string query, string? variables = null, string method = "POST", string accept = "text/event-stream", bool waitForSource = true, TinyServer? on = null)
    {
        on ??= server;
        var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, TinyServer.AddressOf(("query", query), ("variables", variables ?? "")))
            : new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(
                    $$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables ?? "null"}} }""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await on.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var listening = new Listening(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        if (waitForSource)
        {
            await UntilAsync(() => !on.Backstage.Listeners.IsEmpty);
        }

        return listening;
    }

    private System.Threading.Channels.Channel<int> Channel() => server.Backstage.Listeners.Keys.Single();

    private ValueTask SendAsync(int number) => Channel().Writer.WriteAsync(number, TestContext.Current.CancellationToken);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>The client's end of a stream.</summary>
    private sealed record Listening(HttpResponseMessage Response, StreamReader Reader) : IDisposable
    {
        public async Task<string?> LineAsync() => await Reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

        /// <summary>The next event, comments passed over; null at the end.</summary>
        public async Task<(string Event, string Data)?> NextAsync()
        {
            var (name, data) = ("", (string?)null);
            while (await LineAsync() is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    name = line["event: ".Length..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    data = line["data: ".Length..];
                }
                else if (line.Length == 0 && data is not null)
                {
                    return (name, data);
                }
            }

            return null;
        }

        public void Dispose()
        {
            Reader.Dispose();
            Response.Dispose();
        }
    }

    [SubscriptionType]
    private static class Wrong
    {
        public static int GetA() => 1;

        [Subscribe(With = "Missing")]
        public static int GetB() => 1;

        [Subscribe(With = nameof(Sync))]
        public static int GetC() => 1;

        internal static IEnumerable<int> Sync() => [];
    }
}
