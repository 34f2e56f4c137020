using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Records;

/// <summary>Opens the records of a feed.</summary>
internal sealed class RecordStreams(FeedFetcher fetcher)
{
    /// <summary>The records of a manifest; nothing is fetched before they are read.</summary>
    /// <param name="manifest">The feed.</param>
    /// <param name="file">Full path of a file to read in place of the source of the only table, or null.</param>
    public IRecordStream Open(FeedManifest manifest, string? file = null) =>
        new FeedRecordStream(manifest, (table, cancellationToken) => fetcher.FetchAsync(manifest, table.Source, file, cancellationToken), file);

    /// <summary>The records of a release that lies on the disk.</summary>
    public static IRecordStream Open(FeedManifest manifest, Release release) =>
        new FeedRecordStream(manifest, (table, _) => ValueTask.FromResult(release.Open(table)), release.FromFile);
}
