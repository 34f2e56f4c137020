using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Files that are looked through before their run begins: a program that starts leaves a core idle.</summary>
internal sealed class ReleaseAhead
{
    private readonly string source;
    private readonly ReleaseOrder order;
    private readonly Task<Release> fetching;
    private bool isTaken;

    private ReleaseAhead(string source, ReleaseOrder order, Task<Release> fetching) => (this.source, this.order, this.fetching) = (source, order, fetching);

    /// <summary>Begins; null if a publisher would have to be asked, since only the history of the source says what for.</summary>
    public static ReleaseAhead? Begin(FeedManifest manifest, ImportOptions options, FetchRelease fetch, CancellationToken cancellationToken)
    {
        var order = ReleaseOrder.Of(options);
        return options.Replay is null && FeedReleases.IsOnDisk(manifest, order)
            ? new ReleaseAhead(manifest.Key, order, Task.Run(() => fetch(manifest, order, cancellationToken), cancellationToken))
            : null;
    }

    /// <summary>The release, once; null if a run has ordered another one, or bytes of it have gone.</summary>
    public async Task<Release?> TakeAsync(FeedManifest manifest, ReleaseOrder ordered)
    {
        if (manifest.Key != source || ordered.Replay is not null || (ordered.FromFile, ordered.Keep) != (order.FromFile, order.Keep) || Interlocked.Exchange(ref isTaken, true))
        {
            return null;
        }

        var release = await fetching;
        // A sweep of the archive spares what runs name, and none had named it until now.
        return release.Parts.All(part => File.Exists(part.Bytes!.Path)) ? release : null;
    }
}
