using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats;

/// <summary>A column of a format whose columns are the same in every file.</summary>
/// <typeparam name="T">What the format calls an item.</typeparam>
/// <param name="Name">Name in manifests.</param>
/// <param name="Summary">What it holds; the documents tell it in these words.</param>
/// <param name="Value">Its text; several values are joined by line breaks.</param>
internal sealed record FixedColumn<T>(string Name, LocalizedText Summary, Func<T, string?> Value);

/// <summary>An item and the line of the file on which it starts.</summary>
internal readonly record struct Placed<T>(int Row, T Item);

/// <summary>The items of one opened file.</summary>
internal abstract class ItemSource<T> : IDisposable
{
    // What is odd about every row of a large file need not be told of each.
    private const int MostRemarks = 200;

    private readonly List<FeedRemark> remarks = [];

    public Records.FeedFailure? Failure { get; protected set; }

    public IReadOnlyList<FeedRemark> Remarks => remarks;

    public abstract IAsyncEnumerable<Placed<T>> ReadAsync(CancellationToken cancellationToken);

    public abstract void Dispose();

    /// <summary>Adds what was found before the items were opened.</summary>
    public void Remark(IEnumerable<FeedRemark> found) => remarks.AddRange(found);

    protected void Remark(string code, int? row, string ru, string en)
    {
        if (remarks.Count < MostRemarks)
        {
            remarks.Add(new FeedRemark(code, row, new LocalizedText(ru, en)));
        }
    }
}
