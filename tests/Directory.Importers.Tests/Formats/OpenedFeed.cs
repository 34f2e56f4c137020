using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests.Formats;

/// <summary>All that a reader says of some bytes.</summary>
internal sealed record OpenedFeed(IReadOnlyList<string> Columns, IReadOnlyList<FoundRow> Rows, FeedFailure? Failure, IReadOnlyList<FeedRemark> Remarks)
{
    public FoundRow Only => Failure is null ? Assert.Single(Rows) : throw new InvalidOperationException(Failure.Message.En);

    public static Task<OpenedFeed> ReadAsync(string format, string text) => ReadAsync(FeedFormats.Reader(format), format, Encoding.UTF8.GetBytes(text));

    public static Task<OpenedFeed> ReadAsync(string format, byte[] bytes) => ReadAsync(FeedFormats.Reader(format), format, bytes);

    public static Task<OpenedFeed> ReadAsync(IFeedReader reader, string format, byte[] bytes) =>
        ReadAsync(reader, new FeedLocation { File = "file", Format = format }, bytes);

    public static async Task<OpenedFeed> ReadAsync(IFeedReader reader, FeedLocation location, byte[] bytes)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var content = new MemoryStream(bytes, writable: false);
        await using var rows = await reader.OpenAsync(content, location, cancellationToken);
        var found = new List<FoundRow>();
        await foreach (var row in rows.ReadAsync(cancellationToken))
        {
            found.Add(new FoundRow(
                row.Row, rows.Columns.Select((name, index) => (name, row[index])).Where(cell => cell.Item2 is not null).ToDictionary(cell => cell.name, cell => cell.Item2!)));
        }

        return new OpenedFeed(rows.Columns, found, rows.Failure, rows.Remarks);
    }
}

/// <summary>A row as the cells that say something.</summary>
internal sealed record FoundRow(int Row, IReadOnlyDictionary<string, string> Cells)
{
    public string? this[string column] => Cells.GetValueOrDefault(column);
}
