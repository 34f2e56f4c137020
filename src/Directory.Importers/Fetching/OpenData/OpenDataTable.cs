using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching.OpenData;

/// <summary>A table of the open-data convention: a list of data sets, or the passport of one (<c>property,value</c>).</summary>
internal sealed class OpenDataTable
{
    // A passport of ten years of daily versions has fewer rows; lists of ministries a few hundred.
    private const int MaxRows = 20_000;

    private readonly List<KeyValuePair<string, string>> rows = [];

    /// <summary>Whether the rows are data sets and not the properties of one.</summary>
    public bool IsList { get; private set; }

    /// <summary>What the table says, in its order: identifier or property, and its value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Rows => rows;

    public static async ValueTask<(OpenDataTable? Table, FeedFailure? Failure)> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var location = new FeedLocation { Format = "csv" };
        await using var read = await FeedFormats.Reader(location.Format).OpenAsync(content, location, cancellationToken);
        var columns = read.Columns.Select(name => name.ToLowerInvariant()).ToList();
        var (property, value) = (columns.IndexOf("property"), columns.IndexOf("value"));
        if (read.Failure is not null || property < 0 || value < 0)
        {
            return (null, read.Failure ?? OpenDataFailures.NoPassport);
        }

        var table = new OpenDataTable { IsList = columns.Contains("format") && columns.Contains("title") };
        await foreach (var row in read.ReadAsync(cancellationToken))
        {
            if (row[property] is { } key && table.rows.Count < MaxRows)
            {
                table.rows.Add(KeyValuePair.Create(key, row[value] ?? ""));
            }
        }

        return read.Failure is null ? (table, null) : (null, read.Failure);
    }

    /// <summary>The passport of a data set; null if the list has no such set.</summary>
    public string? Passport(string dataset) =>
        rows.FirstOrDefault(row => string.Equals(row.Key, dataset, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } place ? place : null;

    /// <summary>The newest version of the data; null if the passport lists none.</summary>
    public OpenDataVersion? Newest() =>
        rows.Select(row => OpenDataVersion.Of(row.Key, row.Value)).OfType<OpenDataVersion>().MaxBy(version => version.Moment);
}
