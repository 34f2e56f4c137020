using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching.OpenData;

/// <summary>
/// Finds the file behind a publication by the open-data convention of Gosmonitor: a list of data sets names passports, a passport
/// names versions, the newest version is the data. Each step is fetched like any feed.
/// </summary>
internal sealed class OpenDataFetcher(FeedFetcher fetcher)
{
    /// <summary>The location of the newest version; locations of other kinds come back as they are.</summary>
    public async ValueTask<(FeedLocation Location, FeedFailure? Failure)> ResolveAsync(
        FeedManifest manifest, FeedLocation location, CancellationToken cancellationToken)
    {
        if (location.OpenData is not { } place)
        {
            return (location, null);
        }

        var at = Locate(location, place, null);
        var (table, failure) = await ReadAsync(manifest, at, cancellationToken);
        if (table is { IsList: true })
        {
            if (location.Dataset is not { } dataset || table.Passport(dataset) is not { } passport)
            {
                return (location, OpenDataFailures.NoDataset(location.Dataset));
            }

            at = Locate(location, passport, at);
            (table, failure) = await ReadAsync(manifest, at, cancellationToken);
        }

        if (table is null)
        {
            return (location, failure);
        }

        return table.Newest() is { } newest ? (Locate(location, newest.Place, at), null) : (location, OpenDataFailures.NoVersion);
    }

    private async ValueTask<(OpenDataTable? Table, FeedFailure? Failure)> ReadAsync(
        FeedManifest manifest, FeedLocation at, CancellationToken cancellationToken)
    {
        await using var fetched = await fetcher.FetchAsync(manifest, at, cancellationToken);
        return fetched.IsFetched ? await OpenDataTable.ReadAsync(fetched.Content, cancellationToken) : (null, fetched.Failure);
    }

    /// <summary>An address, or a path beside what named it. A file that was downloaded cannot name files of this machine.</summary>
    private static FeedLocation Locate(FeedLocation location, string place, FeedLocation? namedBy)
    {
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return location with { OpenData = null, File = null, Url = address };
        }

        if (namedBy?.Url is { } parent)
        {
            return location with { OpenData = null, File = null, Url = new Uri(parent, place) };
        }

        var folder = namedBy?.File is { } file ? Path.GetDirectoryName(file) ?? "" : "";
        return location with { OpenData = null, Url = null, File = Path.Combine(folder, namedBy is null ? place : Path.GetFileName(place)) };
    }
}
