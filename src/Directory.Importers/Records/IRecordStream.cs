using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Records;

/// <summary>Everything that the source of one manifest states, table by table, in file order.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of records, read once from its start, though no System.IO.Stream.")]
public interface IRecordStream
{
    /// <summary>What has been read so far; final when the enumeration has ended.</summary>
    RecordCounts Counts { get; }

    /// <summary>
    /// Set when the source could not be read to its end (missing file, refused address, a page in place of a table, a missing column):
    /// the run has failed and nothing of it may be applied. Null after a complete reading.
    /// </summary>
    FeedFailure? Failure { get; }

    /// <summary>Reads the source once; issues are collected beside the records. Enumerate to the end, then look at <see cref="Failure"/>.</summary>
    IAsyncEnumerable<ImportRecord> ReadAsync(IssueSink issues, CancellationToken cancellationToken);
}

/// <summary>Numbers of one reading.</summary>
public sealed class RecordCounts
{
    /// <summary>Rows read, those without a record included.</summary>
    public int Read
    {
        get;
        set
        {
            field = value;
            Counted?.Invoke(value);
        }
    }

    /// <summary>Records stated.</summary>
    public int Records { get; set; }

    /// <summary>Rows that <c>keep:</c> left out.</summary>
    public int OutOfScope { get; set; }

    /// <summary>Told of each row that is read.</summary>
    internal Action<int>? Counted { get; set; }
}

/// <summary>Why a source could not be read.</summary>
/// <param name="Code">A stable key, such as <c>file-missing</c> or <c>html-instead-of-table</c>.</param>
/// <param name="Message">What went wrong, where, and what to do.</param>
public sealed record FeedFailure(string Code, LocalizedText Message)
{
    /// <summary>The failure with the place where it happened before its message.</summary>
    internal FeedFailure At(string place) => this with { Message = new LocalizedText($"{place}: {Message.Ru}", $"{place}: {Message.En}") };
}
