using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Sends answers as server-sent events (GraphQL over Server-Sent Events, «Distinct connections mode»): a connection for each subscription,
/// <c>next</c> for each answer, <c>complete</c> at the end, and a comment now and then, so that nobody on the way takes the connection for dead.
/// </summary>
internal sealed class EventStreams(GraphQLEngine engine, IOptions<EngineOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly ReadOnlyMemory<byte> Heartbeat = ":\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Next = "event: next\ndata: "u8.ToArray();
    private static readonly ReadOnlyMemory<byte> End = "\n\n"u8.ToArray();

    // Browsers pass an event on only if it has data, even empty ones.
    private static readonly ReadOnlyMemory<byte> Complete = "event: complete\ndata: \n\n"u8.ToArray();

    private readonly EngineOptions limits = options.Value;
    private int open;

    /// <summary>Answers a request until its source ends, the client goes, or the server stops.</summary>
    public async Task SendAsync(HttpContext http, PreparedRequest prepared)
    {
        StartResponse(http);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        var count = Interlocked.Increment(ref open);
        GraphQLMetrics.Streaming(1);
        try
        {
            await SendAsync(http, count > limits.Subscriptions ? Refusal(count) : engine.SubscribeAsync(prepared, http.RequestAborted));
        }
        finally
        {
            Interlocked.Decrement(ref open);
            GraphQLMetrics.Streaming(-1);
        }
    }

    private static void StartResponse(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private async Task SendAsync(HttpContext http, IAsyncEnumerable<GraphQLResponse> answers)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await using var source = answers.GetAsyncEnumerator(end.Token);
        var body = http.Response.Body;
        await WriteAsync(body, Heartbeat, end.Token);
        try
        {
            while (await NextAsync(source, body, end.Token))
            {
                await body.WriteAsync(Next, end.Token);
                await body.WriteAsync(source.Current.Body, end.Token);
                await WriteAsync(body, End, end.Token);
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The server stops; the client is told as of any other end.
        }

        await WriteAsync(body, Complete, http.RequestAborted);
    }

    /// <summary>Waits for the next answer, a heartbeat at a time.</summary>
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<GraphQLResponse> source, Stream body, CancellationToken cancellationToken)
    {
        var next = source.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var silence = Task.Delay(TimeSpan.FromSeconds(limits.HeartbeatSeconds), clock, waiting.Token);
            if (await Task.WhenAny(next, silence) == next || cancellationToken.IsCancellationRequested)
            {
                await waiting.CancelAsync();
                break;
            }

            // Not to be interrupted: the source must not be left in the middle of its next answer.
            await WriteAsync(body, Heartbeat, CancellationToken.None);
        }

        return await next;
    }

    private static async ValueTask WriteAsync(Stream body, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await body.WriteAsync(text, cancellationToken);
        await body.FlushAsync(cancellationToken);
    }

    private async IAsyncEnumerable<GraphQLResponse> Refusal(int count)
    {
        await Task.CompletedTask;
        var error = Limits.Exceeded("subscriptions", count, limits.Subscriptions, "Too many streams are open; try again later");
        yield return ResponseWriter.RequestError([new GraphQLError(error.Message, error.Code, [], Extensions: error.Extensions)]);
    }
}
