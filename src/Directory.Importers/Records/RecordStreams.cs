using CenterDirectory.Importers.Fetching;
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
    public IRecordStream Open(FeedManifest manifest, string? file = null) => new FeedRecordStream(manifest, fetcher, limits, file);
}
