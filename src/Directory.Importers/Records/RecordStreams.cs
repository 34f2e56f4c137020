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
    /// <param name="file">Full path of a file to read in place of the source of the only table, or null.</param>
    public IRecordStream Open(FeedManifest manifest, string? file = null) =>
        new FeedRecordStream(manifest, (table, cancellationToken) => FetchAsync(manifest, table, file, cancellationToken), limits, file);

    /// <summary>The records of a release that lies on the disk.</summary>
    /// <param name="manifest">The feed.</param>
    /// <param name="release">Its bytes.</param>
    /// <param name="watch">Sees each row as it is read; may be null.</param>
    public IRecordStream Open(FeedManifest manifest, Release release, RowWatch? watch) =>
        new FeedRecordStream(manifest, (table, _) => ValueTask.FromResult(release.Open(table)), limits, release.FromFile) { Watch = watch };

    /// <summary>The records of a release that lies on the disk.</summary>
    public IRecordStream Open(FeedManifest manifest, Release release) => Open(manifest, release, watch: null);

    private async ValueTask<FetchedFeed> FetchAsync(FeedManifest manifest, FeedTable table, string? file, CancellationToken cancellationToken)
    {
        var (location, failure) = file is null ? await new OpenDataFetcher(fetcher).ResolveAsync(manifest, table.Source, cancellationToken) : (table.Source, null);
        return failure is null ? await fetcher.FetchAsync(manifest, location, file, cancellationToken) : FetchedFeed.Failed(failure);
    }
}
