using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Documents;

/// <summary>Reads JSON (an array somewhere in it) and NDJSON (one object a line): columns are paths below a record.</summary>
[FeedFormat("json", "encoding", "records", HasPaths = true)]
[FeedFormat("ndjson", "encoding", HasPaths = true)]
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

        var reading = await TextEncodings.DetectAsync(content, location.Encoding, cancellationToken);
        if (reading.Encoding is not UTF8Encoding)
        {
            content = Encoding.CreateTranscodingStream(content, reading.Encoding, new UTF8Encoding(false), leaveOpen: true);
        }

        _ = RecordPath.TryReadDocument(location.Records ?? ".", out var records);
        return new DocumentRows(new DocumentScanner(records!.Steps), content, location.Paths);
    }
}
