using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Documents;

/// <summary>Reads JSON (an array somewhere in it) and NDJSON (one object a line): columns are paths below a record.</summary>
[FeedFormat("json", "encoding", "records", Paths = PathStyle.Document)]
[FeedFormat("ndjson", "encoding", Paths = PathStyle.Document)]
internal sealed class DocumentReader : IFeedReader
{
    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var expected = new LocalizedText("данных JSON", "JSON data");
        ContentKind[] kinds = [ContentKind.Document, ContentKind.Text];
        if (await ContentSniffing.LookAsync(content, expected, kinds, cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        var reading = await TextEncodings.DetectAsync(content, location.Encoding, location.Survey, cancellationToken);
        var records = PathOf(location.Records ?? RecordPath.Self, location);
        return new DocumentRows(
            new DocumentScanner(records.Steps), reading.OpenUtf8(content), location.Paths, location.Paths.Columns.Select(column => PathOf(column, location)), [.. reading.Remarks()]);
    }

    public LocalizedText? RefusesRecords(string records) => RecordPath.TryRead(records, PathStyle.Document, out _) ? null : RecordPath.Explained;

    private static RecordPath PathOf(string text, FeedLocation location) => location.HasPlainNames ? new RecordPath([text], null) : RecordPath.Read(text, PathStyle.Document);
}
