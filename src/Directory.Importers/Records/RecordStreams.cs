using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Records;

/// <summary>Opens the records of a feed.</summary>
internal sealed class RecordStreams(IOptions<ImportersOptions>? options = null)
{
    private readonly UnpackLimits limits = UnpackLimits.Of(options?.Value ?? new ImportersOptions());

    /// <summary>The records of a release that lies on the disk.</summary>
    /// <param name="manifest">The feed.</param>
    /// <param name="release">Its bytes.</param>
    /// <param name="watch">Sees each row as it is read; may be null.</param>
    /// <param name="known">Rows that need not be read again; may be null.</param>
    public IRecordStream Open(FeedManifest manifest, Release release, RowWatch? watch = null, IKnownRows? known = null) =>
        new FeedRecordStream(manifest, release, limits) { Watch = watch, Known = known };
}
