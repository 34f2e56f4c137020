using System.Net;
using System.Net.Http.Headers;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// Brings the bytes of a table: a file beside the manifest, or a download over https within the limits of <see cref="ImportersOptions"/>.
/// What the world does wrong is an answer, not an exception.
/// </summary>
internal sealed class FeedFetcher : IDisposable
{
    private static readonly HttpStatusCode[] Redirects =
        [HttpStatusCode.MovedPermanently, HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.TemporaryRedirect, HttpStatusCode.PermanentRedirect];

    private readonly ImportersOptions options;
    private readonly GuardedConnections connections;
    private readonly HttpClient http;

    public FeedFetcher(IOptions<ImportersOptions> options)
    {
        this.options = options.Value;
        connections = new GuardedConnections(this.options);
        http = new HttpClient(connections.CreateHandler()) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CenterDirectory", typeof(FeedFetcher).Assembly.GetName().Version?.ToString(3)));
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
    }

    /// <summary>The bytes of a table, seekable; dispose the result.</summary>
    /// <param name="manifest">Paths of files are relative to it.</param>
    /// <param name="location">Where the bytes are.</param>
    /// <param name="file">A file to read in place of the location, or null.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    public async ValueTask<FetchedFeed> FetchAsync(FeedManifest manifest, FeedLocation location, string? file, CancellationToken cancellationToken)
    {
        if (file is not null || location.File is not null)
        {
            return OpenFile(file ?? Path.Combine(Path.GetDirectoryName(manifest.File)!, location.File!));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        try
        {
            return await DownloadAsync(location.Url!, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchedFeed.Failed(FetchFailures.Timeout(location.Url!, options.Timeout));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            return FetchedFeed.Failed(FetchFailures.Of(location.Url!, error));
        }
    }

    public void Dispose() => http.Dispose();

    private static FetchedFeed OpenFile(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var content = new FileStream(
                full, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan | FileOptions.Asynchronous);
            return FetchedFeed.Of(content, full);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return FetchedFeed.Failed(new FeedFailure("file-missing", new LocalizedText(
                $"Файла нет: {full}. Проверьте «file» в манифесте (путь от манифеста) или аргумент --from.",
                $"There is no file {full}. Check 'file' in the manifest (relative to it) or the argument --from.")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FetchedFeed.Failed(new FeedFailure("file-unreadable", new LocalizedText(
                $"Файл не читается: {full}. Проверьте права и то, что это файл.",
                $"The file cannot be read: {full}. Check its permissions, and that it is a file.")));
        }
    }

    private async ValueTask<FetchedFeed> DownloadAsync(Uri start, CancellationToken cancellationToken)
    {
        var address = start;
        for (var redirects = 0; ; redirects++)
        {
            if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && connections.IsAllowed(address.Host)))
            {
                return FetchedFeed.Failed(FetchFailures.Scheme(address));
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!Redirects.Contains(response.StatusCode) || response.Headers.Location is not { } next)
            {
                return response.IsSuccessStatusCode
                    ? await SaveAsync(address, response, cancellationToken)
                    : FetchedFeed.Failed(FetchFailures.Status(address, response.StatusCode));
            }

            if (redirects == options.MaxRedirects)
            {
                return FetchedFeed.Failed(FetchFailures.Redirects(start, options.MaxRedirects));
            }

            address = new Uri(address, next);
        }
    }

    /// <summary>Into a file that vanishes when it is closed: readers look at the bytes twice, and memory is for rows.</summary>
    private async ValueTask<FetchedFeed> SaveAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > options.MaxDownloadBytes)
        {
            return FetchedFeed.Failed(FetchFailures.Size(address, options.MaxDownloadBytes));
        }

        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
            await using var body = response.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? new GzipBody(raw) : raw;
            var block = new byte[64 * 1024];
            int read;
            while ((read = await body.ReadAsync(block, cancellationToken)) > 0)
            {
                if (file.Position + read > options.MaxDownloadBytes)
                {
                    await file.DisposeAsync();
                    return FetchedFeed.Failed(FetchFailures.Size(address, options.MaxDownloadBytes));
                }

                await file.WriteAsync(block.AsMemory(0, read), cancellationToken);
            }

            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            return FetchedFeed.Of(file, address.AbsoluteUri);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
