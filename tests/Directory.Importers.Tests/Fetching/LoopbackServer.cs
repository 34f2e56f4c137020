using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CenterDirectory.Importers.Tests.Fetching;

/// <summary>Answers every request for a path with the bytes that a test prescribes, headers included, so that it can misbehave.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<string, Func<Stream, CancellationToken, Task>> answers = new(StringComparer.Ordinal);
    private readonly X509Certificate2? certificate;
    private readonly Task serving;

    public LoopbackServer(bool tls = false)
    {
        certificate = tls ? SelfSigned() : null;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>The paths that were asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The header lines of the last request.</summary>
    public List<string> Headers { get; } = [];

    public Uri Address(string path) => new($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}");

    public void Answer(string path, string status, byte[] body, params string[] headers)
    {
        byte[] whole = [.. Head(status, headers), .. body];
        Act(path, async (stream, cancellationToken) => await stream.WriteAsync(whole, cancellationToken));
    }

    /// <summary>Lets a test write whatever it likes, for as long as it likes.</summary>
    public void Act(string path, Func<Stream, CancellationToken, Task> answer) => answers[path] = answer;

    public static byte[] Head(string status, params IEnumerable<string> headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    public void Redirect(string path, string target) => Answer(path, "302 Found", [], "Content-Length: 0", $"Location: {target}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        certificate?.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over; a listener that was stopped between two visitors says so with an InvalidOperationException.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using Stream stream = certificate is null ? client.GetStream() : await EncryptAsync(client.GetStream(), certificate);
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            if (await reader.ReadLineAsync(stop.Token) is not { } request)
            {
                return;
            }

            var path = request.Split(' ')[1];
            Headers.Clear();
            while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } header)
            {
                Headers.Add(header);
            }

            Requests.Add(path);
            if (!answers.TryGetValue(path, out var answer))
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
                return;
            }

            await answer(stream, stop.Token);
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, as several tests want it to.
        }
    }

    private static async Task<Stream> EncryptAsync(Stream stream, X509Certificate2 certificate)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(certificate);
        return encrypted;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
