using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Tables;

/// <summary>Rows of cells as they stand in a file; what they mean is the matter of <see cref="TableRows"/>.</summary>
internal interface ICellRows : IAsyncDisposable
{
    /// <summary>Set when the rows cannot be read, at once or further down.</summary>
    FeedFailure? Failure { get; }

    /// <summary>What is odd about the file.</summary>
    IReadOnlyList<FeedRemark> Remarks { get; }

    /// <summary>Whether all rows have the width of the widest, so that cells beyond the header are no damage.</summary>
    bool IsGrid { get; }

    /// <summary>Fills the next row, an empty one too; false at the end.</summary>
    ValueTask<bool> ReadAsync(FeedRow row, CancellationToken cancellationToken);

    /// <summary>Repeats merged cells over their width, as a header means them.</summary>
    void Spread(FeedRow row);
}
