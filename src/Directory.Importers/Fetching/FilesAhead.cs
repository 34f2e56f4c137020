using System.Collections.Concurrent;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// Files that are looked through before their run begins: a program that starts leaves a core idle. What no run takes stays in the archive until it
/// is swept; what is half done when the program ends is not kept.
/// </summary>
public sealed class FilesAhead : IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly SnapshotStore snapshots;
    private readonly ConcurrentDictionary<(string Path, bool Keep), Task<Snapshot?>> begun = [];

    internal FilesAhead(SnapshotStore snapshots) => this.snapshots = snapshots;

    /// <summary>Begins with a file that a run will read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isRehearsal">Whether the run plans only: then the archive does not keep it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Begin(string path, bool isRehearsal, CancellationToken cancellationToken) =>
        begun[(Path.GetFullPath(path), !isRehearsal)] = Task.Run(() => LookAsync(path, !isRehearsal, cancellationToken), cancellationToken);

    /// <summary>Begins with the files of a source.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="isRehearsal">Whether the run plans only.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Begin(FeedManifest manifest, bool isRehearsal, CancellationToken cancellationToken)
    {
        foreach (var file in manifest.Tables.Select(table => table.Source.File).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Begin(FeedFetcher.PathOf(manifest, file), isRehearsal, cancellationToken);
        }
    }

    /// <summary>What a file was when it was looked through, once; null if nobody has, it could not be read, or its bytes have gone.</summary>
    internal async Task<Snapshot?> TakeAsync(string path, bool keep)
    {
        if (!begun.TryRemove((Path.GetFullPath(path), keep), out var looking) || await looking is not { } found)
        {
            return null;
        }

        // A sweep of the archive spares what runs name, and none had named it until now.
        return File.Exists(found.Path) ? found : null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        foreach (var looking in begun.Values)
        {
            await ((Task)looking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        end.Dispose();
    }

    /// <summary>Stops what is half done without waiting for it: for containers that are let go of synchronously, which cannot wait.</summary>
    public void Dispose() => end.Cancel();

    private async Task<Snapshot?> LookAsync(string path, bool keep, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        await using var file = FeedFetcher.OpenFile(path);
        try
        {
            return file.IsFetched ? await snapshots.TakeAsync(file.Content, path, keep, stop.Token) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The run meets it too, and says so.
            return null;
        }
    }
}
