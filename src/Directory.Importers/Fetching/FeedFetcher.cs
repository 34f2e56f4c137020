using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// Brings bytes: a file beside the manifest, or a download over https within the limits of <see cref="ImportersOptions"/>.
/// What the world does wrong is an answer, not an exception.
/// </summary>
internal sealed class FeedFetcher : IDisposable
{
    private readonly ImportersOptions options;
    private readonly WebClient web;

    public FeedFetcher(IOptions<ImportersOptions> options, SnapshotStore? snapshots = null, TimeProvider? clock = null)
    {
        this.options = options.Value;
        web = new WebClient(options.Value, snapshots ?? new SnapshotStore(options), clock ?? TimeProvider.System);
    }

    /// <summary>The bytes of a place, seekable, for reading them once; dispose the result.</summary>
    /// <param name="manifest">Paths of files are relative to it.</param>
    /// <param name="location">Where the bytes are.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    public async ValueTask<FetchedFeed> FetchAsync(FeedManifest manifest, FeedLocation location, CancellationToken cancellationToken)
    {
        if (location.File is { } file)
        {
            return OpenFile(PathOf(manifest, file));
        }

        var download = await DownloadAsync(location.Url!, manifest.Politeness, default, keep: false, cancellationToken);
        return download.Bytes is { } bytes
            ? FetchedFeed.Of(bytes.Open(deletes: true), FetchFailures.Name(download.Address))
            : FetchedFeed.Failed(download.Failure!.Reason);
    }

    /// <summary>Asks a publisher.</summary>
    /// <param name="address">Where.</param>
    /// <param name="politeness">What the manifest asks for beyond the installation's limits.</param>
    /// <param name="known">What we have already, or nothing.</param>
    /// <param name="keep">Whether the bytes belong into the archive.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    public Task<Download> DownloadAsync(Uri address, FeedPoliteness? politeness, Validators known, bool keep, CancellationToken cancellationToken) =>
        web.DownloadAsync(new WebRequest(address, FetchTerms.Of(options, politeness), known, keep), cancellationToken);

    /// <summary>A file of the manifest, in full.</summary>
    public static string PathOf(FeedManifest manifest, string file) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest.File)!, file));

    /// <summary>Opens a file, or says why it cannot be opened.</summary>
    public static FetchedFeed OpenFile(string path)
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

    public void Dispose() => web.Dispose();
}
