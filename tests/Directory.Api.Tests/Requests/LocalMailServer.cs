using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>A mail server that speaks as much SMTP as it takes to receive letters (RFC 5321), and refuses them while it is told to.</summary>
internal sealed class LocalMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<string> letters = [];
    private readonly Task serving;

    public LocalMailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it says that it cannot now.</summary>
    public bool IsIll { get; set; }

    /// <summary>What it answers to a verb in place of the usual; an empty text is silence.</summary>
    public ConcurrentDictionary<string, string> Replies { get; } = [];

    /// <summary>Envelopes and letters as they came.</summary>
    public IReadOnlyList<string> Letters => [.. letters];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(ending.Token);
            await TalkAsync(client.GetStream());
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 local");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(ending.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb is "MAIL" or "RCPT")
            {
                letter.AppendLine(line);
            }

            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync(ending.Token) is { } text && text != ".")
                {
                    letter.AppendLine(text);
                }

                letters.Enqueue(letter.ToString());
                letter.Clear();
            }

            var reply = verb == "MAIL" && IsIll ? "451 not now" : Replies.GetValueOrDefault(verb, verb == "QUIT" ? "221 bye" : "250 ok");
            if (reply.Length == 0)
            {
                await Task.Delay(Timeout.Infinite, ending.Token);
            }

            await writer.WriteLineAsync(reply);
            if (verb == "QUIT")
            {
                return;
            }
        }
    }
}
