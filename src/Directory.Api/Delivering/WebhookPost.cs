using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Importers.Fetching;

namespace CenterDirectory.Api.Delivering;

/// <summary>
/// Posts to programs of desks, signed as Standard Webhooks has it: HMAC-SHA256 over id, time and body, so that a word cannot be forged, changed, or
/// sent again later by somebody who overheard it. Answers are not read: what counts is the status.
/// </summary>
internal sealed class WebhookPost(HttpMessageHandler network, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new(network) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends a word.</summary>
    /// <returns>What went wrong; null if it arrived.</returns>
    public async Task<string?> SendAsync(Uri address, string secret, string id, byte[] body, CancellationToken cancellationToken)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CenterDirectory", typeof(WebhookPost).Assembly.GetName().Version?.ToString(3)));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", SignatureOf(secret, id, time, body));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is RefusedAddressException ? "the address leads into a private network" : "the host is not to be reached";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>What the receiver computes too, and compares.</summary>
    internal static string SignatureOf(string secret, string id, string time, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
