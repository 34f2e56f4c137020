using System.Net;
using System.Net.Http.Headers;

namespace CenterDirectory.Importers.Fetching;

/// <summary>One question to a publisher.</summary>
internal sealed record WebRequest(Uri Address, FetchTerms Terms, Validators Known, bool Keep);

/// <summary>Asks publishers over http as a good guest: one at a time, only for what is new, and not for ever.</summary>
internal sealed class WebClient : IDisposable
{
    private const int LongestTag = 1024;

    private static readonly HttpStatusCode[] Redirects =
        [HttpStatusCode.MovedPermanently, HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.TemporaryRedirect, HttpStatusCode.PermanentRedirect];

    private readonly ImportersOptions options;
    private readonly SnapshotStore snapshots;
    private readonly TimeProvider clock;
    private readonly GuardedConnections connections;
    private readonly HostTurns hosts;
    private readonly HttpClient http;

    public WebClient(ImportersOptions options, SnapshotStore snapshots, TimeProvider clock)
    {
        (this.options, this.snapshots, this.clock) = (options, snapshots, clock);
        connections = new GuardedConnections(options);
        hosts = new HostTurns(clock);
        http = new HttpClient(connections.CreateHandler()) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CenterDirectory", typeof(WebClient).Assembly.GetName().Version?.ToString(3)));
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
    }

    /// <summary>Follows redirects to an answer.</summary>
    public async Task<Download> DownloadAsync(WebRequest question, CancellationToken cancellationToken)
    {
        var address = question.Address;
        Uri? moved = null;
        for (var redirects = 0; ; redirects++)
        {
            if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && connections.IsAllowed(address.Host)))
            {
                return Download.Failed(address, FetchFailures.Scheme(address));
            }

            var answer = await AskAsync(address, question, cancellationToken);
            if (answer.Redirect is not { } next)
            {
                return answer.Download! with { MovedTo = moved };
            }

            if (redirects == options.MaxRedirects)
            {
                return Download.Failed(address, FetchFailures.Redirects(question.Address, options.MaxRedirects));
            }

            // Only as long as every hop is for good is the target the new address.
            var isStillForGood = redirects == 0 || moved == address;
            address = new Uri(address, next);
            moved = answer.IsForGood && isStillForGood ? address : moved;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> AskAsync(Uri address, WebRequest question, CancellationToken cancellationToken)
    {
        using var turn = await hosts.EnterAsync(address.Host, question.Terms.Interval, cancellationToken);
        using var patience = new Patience(question.Terms, clock, cancellationToken);
        try
        {
            using var request = Request(address, question.Known);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            patience.Renew();
            if (Redirects.Contains(response.StatusCode) && response.Headers.Location is { } next)
            {
                return new Answer(null, next, response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect);
            }

            return new Answer(await JudgeAsync(address, question, response, patience), null, false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer(Download.Failed(
                address,
                patience.IsStalled ? FetchFailures.Stalled(address, question.Terms.Stall) : FetchFailures.Timeout(address, question.Terms.Timeout)), null, false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            return new Answer(Download.Failed(address, FetchFailures.Of(address, error)), null, false);
        }
    }

    private static HttpRequestMessage Request(Uri address, Validators known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known.ETag is not null)
        {
            // As it came: a tag need not be well formed to be recognized by whoever gave it.
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        }

        request.Headers.IfModifiedSince = known.LastModified;
        return request;
    }

    private async Task<Download> JudgeAsync(Uri address, WebRequest question, HttpResponseMessage response, Patience patience)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && !question.Known.IsEmpty)
        {
            return new Download { Address = address, IsNotModified = true, Validators = question.Known };
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            // 206, 204 and the like are successes of another kind than "here is all of it".
            return Download.Failed(
                address, FetchFailures.Status(address, response.StatusCode), RetryAfter(response), response.StatusCode == HttpStatusCode.Gone);
        }

        if (response.Content.Headers.ContentLength > question.Terms.MaxBytes)
        {
            return Download.Failed(address, FetchFailures.Size(address, question.Terms.MaxBytes));
        }

        return response.Content.Headers.ContentEncoding.FirstOrDefault(name => !IsPlain(name) && !IsGzip(name)) is { } encoding
            ? Download.Failed(address, FetchFailures.Encoding(address, encoding))
            : await SaveAsync(address, question, response, patience);
    }

    /// <summary>Onto the disk: readers look at the bytes twice, and memory is for rows.</summary>
    private async Task<Download> SaveAsync(Uri address, WebRequest question, HttpResponseMessage response, Patience patience)
    {
        var raw = await response.Content.ReadAsStreamAsync(patience.Token);
        await using var body = response.Content.Headers.ContentEncoding.Any(IsGzip) ? new GzipBody(raw) : raw;
        await using var draft = snapshots.Begin(question.Keep);
        var block = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(block, patience.Token)) > 0)
        {
            patience.Renew();
            if (draft.Length + read > question.Terms.MaxBytes)
            {
                return Download.Failed(address, FetchFailures.Size(address, question.Terms.MaxBytes));
            }

            await draft.WriteAsync(block.AsMemory(0, read), patience.Token);
        }

        return new Download { Address = address, Bytes = draft.Complete(), Validators = ValidatorsOf(response) };
    }

    private static Validators ValidatorsOf(HttpResponseMessage response)
    {
        var tag = response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;
        return new Validators(tag is { Length: > 0 and <= LongestTag } ? tag : null, response.Content.Headers.LastModified);
    }

    /// <summary>In seconds or as a date (RFC 9110, 10.2.3); a date in the past asks for no pause.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } span } => span,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private static bool IsGzip(string encoding) =>
        encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string encoding) => encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private readonly record struct Answer(Download? Download, Uri? Redirect, bool IsForGood);
}
