using CenterDirectory.Importers.Formats.Tables;
using CenterDirectory.Importers.Manifests;
using CsvHelper;

namespace CenterDirectory.Importers.Formats.Delimited;

/// <summary>Reads delimited text: any delimiter and line ends, quotes as in RFC 4180, encoding and oddities found out by looking.</summary>
[FeedFormat("csv", "encoding", "delimiter", "header", "header-row", "columns", "rename", "heading", "anchor")]
[FeedFormat("tsv", "encoding", "delimiter", "header", "header-row", "columns", "rename", "heading", "anchor")]
internal sealed class DelimitedReader : IFeedReader
{
    // Without a bound one forgotten quote would draw the rest of the file into memory.
    private const int MaxRecordBytes = 4 * 1024 * 1024;

    // Each refill waits for another thread: the fewer, the better.
    private const int MinBufferBytes = 64 * 1024;
    private const int MaxBufferBytes = 1024 * 1024;

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        if (await ContentSniffing.LookAsync(content, cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        var reading = await TextEncodings.DetectAsync(content, location.Encoding, location.Survey, cancellationToken);
        var rows = new DelimitedRows(reading);
        rows.Open(content, OptionsFor(location, content.Length, rows.Note));
        return await TableRows.OpenAsync(rows, location, cancellationToken);
    }

    private static CsvReaderOptions OptionsFor(FeedLocation location, long length, Action<CsvMalformedRecord> note) => new()
    {
        Separator = location.Delimiter ?? (location.Format == "tsv" ? '\t' : null),
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordBytes,
        BufferSize = (int)Math.Clamp(length, MinBufferBytes, MaxBufferBytes),
        // Messages reach logs and people; values may be personal.
        IncludeValuesInExceptions = false,
        OnMalformedRecord = note,
    };
}
