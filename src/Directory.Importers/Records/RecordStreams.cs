using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Fetching.OpenData;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Records;

/// <summary>Opens the records of a feed.</summary>
internal sealed class RecordStreams(FeedFetcher fetcher, IOptions<ImportersOptions>? options = null)
{
    private readonly UnpackLimits limits = UnpackLimits.Of(options?.Value ?? new ImportersOptions());

    /// <summary>The records of a manifest; nothing is fetched before they are read.</summary>
    /// <param name="manifest">The feed.</param>
    /// <param name="file">Full path of a file (or folder, of several tables) to read in place of the source, or null.</param>
    public IRecordStream Open(FeedManifest manifest, string? file = null) =>
        new FeedRecordStream(manifest, (table, path, cancellationToken) => FetchAsync(manifest, table, path, cancellationToken), limits, file);

    /// <summary>The records of a release that lies on the disk.</summary>
    /// <param name="manifest">The feed.</param>
    /// <param name="release">Its bytes.</param>
    /// <param name="watch">Sees each row as it is read; may be null.</param>
    public IRecordStream Open(FeedManifest manifest, Release release, RowWatch? watch) =>
        new FeedRecordStream(manifest, (table, _, _) => ValueTask.FromResult(release.Open(table)), limits, release.ForeignFile) { Watch = watch };

    /// <summary>The records of a release that lies on the disk.</summary>
    public IRecordStream Open(FeedManifest manifest, Release release) => Open(manifest, release, watch: null);

    private async ValueTask<FetchedFeed> FetchAsync(FeedManifest manifest, FeedTable table, string? path, CancellationToken cancellationToken)
    {
        var (location, failure) = path is null ? await new OpenDataFetcher(fetcher).ResolveAsync(manifest, table.Source, cancellationToken) : (table.Source, null);
        return failure is null ? await fetcher.FetchAsync(manifest, location, path, cancellationToken) : FetchedFeed.Failed(failure);
    }
}
