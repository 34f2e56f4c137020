using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats;

/// <summary>Reads one format: bytes in, rows of text out; no typing, nothing of the domain. Found by its <see cref="FeedFormatAttribute"/>.</summary>
internal interface IFeedReader
{
    /// <summary>Opens a table up to its header. The stream can seek and is closed by the caller.</summary>
    ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken);

    /// <summary>What is wrong with the key <c>records</c> of a manifest; null if nothing is.</summary>
    LocalizedText? RefusesRecords(string records) => null;
}

/// <summary>An opened table.</summary>
internal interface IFeedRows : IAsyncDisposable
{
    /// <summary>Names of the columns; a nameless one is called by its number, from 1.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Line of the header, from 1.</summary>
    int HeaderRow { get; }

    /// <summary>Set when the bytes are no such table, at once or while they are read.</summary>
    FeedFailure? Failure { get; }

    /// <summary>What is odd about the whole file although it could be read.</summary>
    IReadOnlyList<FeedRemark> Remarks { get; }

    /// <summary>The rows, one in memory at a time; the instance is reused.</summary>
    IAsyncEnumerable<FeedRow> ReadAsync(CancellationToken cancellationToken);
}
