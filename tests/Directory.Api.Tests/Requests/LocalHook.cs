using System.Collections.Concurrent;
using System.Net;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>A program that is posted to.</summary>
internal sealed class LocalHook : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(WebHeaderCollection Headers, byte[] Body)> words = [];
    private readonly Task serving;

    public LocalHook()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.NoContent;

    public IReadOnlyList<(WebHeaderCollection Headers, byte[] Body)> Words => [.. words];

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            words.Enqueue(((WebHeaderCollection)context.Request.Headers, body.ToArray()));
            context.Response.StatusCode = (int)Status;
            context.Response.Close();
        }
    }
}
