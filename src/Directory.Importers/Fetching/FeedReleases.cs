using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching.OpenData;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Gets the bytes of a run: from files, from publishers, or out of the archive.</summary>
internal sealed class FeedReleases(FeedFetcher fetcher, SnapshotStore snapshots, FilesAhead ahead)
{
    /// <summary>The release; it may say why there is none.</summary>
    public async Task<Release> FetchAsync(FeedManifest manifest, ReleaseOrder order, CancellationToken cancellationToken)
    {
        if (order.Replay is { } replayed)
        {
            return await FindAsync(replayed, order.FromFile, cancellationToken);
        }

        var parts = new List<ReleasePart>();
        try
        {
            var remarks = new List<RecordIssue>();
            if (await CollectAsync(manifest, order, parts, remarks, cancellationToken) is not { } failure)
            {
                return await CompleteAsync(manifest, parts, order, remarks, cancellationToken);
            }

            await new Release(parts).DisposeAsync();
            return new Release([]) { Failure = failure, FromFile = order.FromFile, Remarks = remarks };
        }
        catch
        {
            // Nobody else knows of the downloads that are there already.
            await new Release(parts).DisposeAsync();
            throw;
        }
    }

    private async Task<FetchFailure?> CollectAsync(
        FeedManifest manifest, ReleaseOrder order, List<ReleasePart> parts, List<RecordIssue> remarks, CancellationToken cancellationToken)
    {
        foreach (var (key, table) in Places(manifest, order))
        {
            var (part, failure) = await FetchAsync(manifest, key, table, order, remarks, cancellationToken);
            if (failure is not null)
            {
                // A file that the caller named is no fault of the manifest.
                return order.FromFile is null ? failure with { Reason = failure.Reason.At($"{manifest.File}:{table.Line}") } : failure;
            }

            parts.Add(part!);
        }

        return null;
    }

    /// <summary>Several tables may lie in one file; it is read in one state for all of them.</summary>
    private static IEnumerable<(string Key, FeedTable Table)> Places(FeedManifest manifest, ReleaseOrder order) => order.FromFile is { } file && !IsFolder(manifest, order)
        ? [(file, manifest.Tables[0])]
        : manifest.Tables.DistinctBy(table => ReleasePart.KeyOf(table.Source)).Select(table => (ReleasePart.KeyOf(table.Source), table));

    private async Task<(ReleasePart?, FetchFailure?)> FetchAsync(
        FeedManifest manifest, string key, FeedTable table, ReleaseOrder order, List<RecordIssue> remarks, CancellationToken cancellationToken)
    {
        if (order.FromFile is { } place)
        {
            if (IsFolder(manifest, order))
            {
                var (_, path, missing) = await new SharedFile(manifest, place).PartOfAsync(table, cancellationToken);
                return missing is null ? await CopyAsync(key, path!, path!, order, cancellationToken) : (null, new FetchFailure(missing));
            }

            return IsOnTheWeb(place, out var address)
                ? await DownloadAsync(manifest, key, table, address, order, remarks, cancellationToken)
                : await CopyAsync(key, key, place, order, cancellationToken);
        }

        var (location, failure) = await new OpenDataFetcher(fetcher).ResolveAsync(manifest, table.Source, cancellationToken);
        return failure is not null ? (null, new FetchFailure(failure))
            : location.Url is { } url ? await DownloadAsync(manifest, key, table, url, order, remarks, cancellationToken)
            : await CopyAsync(key, location.File!, FeedFetcher.PathOf(manifest, location.File!), order, cancellationToken);
    }

    private async Task<(ReleasePart?, FetchFailure?)> DownloadAsync(
        FeedManifest manifest, string key, FeedTable table, Uri url, ReleaseOrder order, List<RecordIssue> remarks, CancellationToken cancellationToken)
    {
        var known = order.Known.FirstOrDefault(part => part.Key == key && part.Address == url.AbsoluteUri);
        var download = await fetcher.DownloadAsync(url, manifest.Politeness, known?.Validators ?? default, order.Keep, cancellationToken);
        if (download.MovedTo is { } target)
        {
            remarks.Add(Moved(table, url, target));
        }

        return download.Failure is not null ? (null, download.Failure)
            : download.IsNotModified ? (known! with { Name = FetchFailures.Name(url), Bytes = null }, null)
            : (new ReleasePart(
                key, url.AbsoluteUri, FetchFailures.Name(download.Address), download.Bytes!.Hash, download.Bytes.Length, download.Validators, download.Bytes), null);
    }

    private async Task<(ReleasePart?, FetchFailure?)> CopyAsync(string key, string address, string path, ReleaseOrder order, CancellationToken cancellationToken)
    {
        await using var file = FeedFetcher.OpenFile(path);
        if (!file.IsFetched)
        {
            return (null, new FetchFailure(file.Failure!));
        }

        var bytes = await ahead.TakeAsync(path, order.Keep) ?? await snapshots.TakeAsync(file.Content, path, order.Keep, cancellationToken);
        return (new ReleasePart(key, address, path, bytes.Hash, bytes.Length, default, bytes), null);
    }

    /// <summary>Gets the bytes of parts that were answered with 304, unless all were and nobody wants to read them.</summary>
    private async Task<Release> CompleteAsync(
        FeedManifest manifest, List<ReleasePart> parts, ReleaseOrder order, List<RecordIssue> remarks, CancellationToken cancellationToken)
    {
        if (!order.NeedsBytes && parts.TrueForAll(part => part.Bytes is null))
        {
            return new Release(parts) { IsNotModified = true, Remarks = remarks };
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Bytes is null && await snapshots.FindAsync(parts[i].Hash, cancellationToken) is { } bytes)
            {
                parts[i] = parts[i] with { Bytes = bytes };
            }
        }

        if (parts.TrueForAll(part => part.Bytes is not null))
        {
            return new Release(parts) { FromFile = IsFolder(manifest, order) ? null : order.FromFile, Remarks = remarks };
        }

        // The archive has lost them: asked without validators, the publisher gives them again.
        await new Release(parts).DisposeAsync();
        return await FetchAsync(manifest, order with { Known = [] }, cancellationToken);
    }

    private async Task<Release> FindAsync(IReadOnlyList<ReleasePart> replayed, string? fromFile, CancellationToken cancellationToken)
    {
        if (replayed.Count == 0)
        {
            return new Release([]) { Failure = new FetchFailure(FetchFailures.OtherTables), FromFile = fromFile };
        }

        var parts = new List<ReleasePart>();
        foreach (var part in replayed)
        {
            if (await snapshots.FindAsync(part.Hash, cancellationToken) is not { } bytes)
            {
                return new Release([]) { Failure = new FetchFailure(FetchFailures.NotArchived(part.Address)), FromFile = fromFile };
            }

            // Without validators: what is replayed is not what the publisher has now.
            parts.Add(part with { Validators = default, Bytes = bytes });
        }

        return new Release(parts) { FromFile = fromFile };
    }

    /// <summary>Whether somebody named an address in place of a file.</summary>
    public static bool IsOnTheWeb(string place, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(place, UriKind.Absolute, out address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether nobody has to be asked for the bytes.</summary>
    public static bool IsOnDisk(FeedManifest manifest, ReleaseOrder order) => order.Replay is not null
        || (order.FromFile is { } place ? !IsOnTheWeb(place, out _) : manifest.Tables.All(table => table.Source.File is not null));

    private static bool IsFolder(FeedManifest manifest, ReleaseOrder order) => manifest.Tables.Count > 1 && System.IO.Directory.Exists(order.FromFile);

    private static RecordIssue Moved(FeedTable table, Uri from, Uri to) => new(
        IssueSeverity.Warning, "address-moved", table.Name, null, null,
        new LocalizedText(
            $"Адрес {FetchFailures.Name(from)} навсегда переехал: {FetchFailures.Name(to)}. Исправьте «url» в манифесте.",
            $"The address {FetchFailures.Name(from)} has moved for good to {FetchFailures.Name(to)}. Change 'url' in the manifest."));
}
