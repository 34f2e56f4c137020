using System.Runtime.CompilerServices;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats;

/// <summary>Items as rows of the columns that their format has.</summary>
internal sealed class FixedRows<T>(IReadOnlyList<FixedColumn<T>> columns, ItemSource<T> items) : IFeedRows
{
    private readonly FeedRow row = new();

    public IReadOnlyList<string> Columns { get; } = [.. columns.Select(column => column.Name)];

    public int HeaderRow => 1;

    public FeedFailure? Failure => items.Failure;

    public IReadOnlyList<FeedRemark> Remarks => items.Remarks;

    public async IAsyncEnumerable<FeedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (line, item) in items.ReadAsync(cancellationToken))
        {
            row.Begin(line);
            foreach (var column in columns)
            {
                row.Add(column.Value(item) ?? "");
            }

            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        items.Dispose();
        return ValueTask.CompletedTask;
    }
}
