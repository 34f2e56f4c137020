using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats;

/// <summary>What a reader answers when the bytes are no table at all.</summary>
internal sealed class UnreadableRows(FeedFailure failure) : IFeedRows
{
    public IReadOnlyList<string> Columns => [];

    public int HeaderRow => 1;

    public FeedFailure? Failure => failure;

    public IReadOnlyList<FeedRemark> Remarks => [];

    public IAsyncEnumerable<FeedRow> ReadAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<FeedRow>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
