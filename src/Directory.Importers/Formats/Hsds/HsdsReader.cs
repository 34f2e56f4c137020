using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>Reads the Human Services Data Specification 3.x as JSON or NDJSON. Which of its objects are rows says <c>records</c>.</summary>
[FeedFormat("hsds", "encoding", "records")]
internal sealed class HsdsReader : IFeedReader
{
    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var expected = new LocalizedText("данных HSDS (JSON)", "HSDS data (JSON)");
        ContentKind[] kinds = [ContentKind.Document, ContentKind.Text];
        if (await ContentSniffing.LookAsync(content, expected, kinds, cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        if (HsdsKinds.Named(location.Records ?? HsdsKinds.Names[0]) is not { } kind)
        {
            return new UnreadableRows(Unknown(location.Records!));
        }

        var reading = await TextEncodings.DetectAsync(content, location.Encoding, cancellationToken);
        using var text = reading.Open(content);
        var items = new HsdsItems(kind);
        await items.OpenAsync(text, cancellationToken);
        if (items.Failure is { } problem)
        {
            items.Dispose();
            return new UnreadableRows(problem);
        }

        return new FixedRows<HsdsObject>(HsdsColumns.Of(kind), items);
    }

    private static FeedFailure Unknown(string records)
    {
        var known = string.Join(", ", HsdsKinds.Names);
        return new FeedFailure("hsds-records", new LocalizedText(
            $"«records: {records}» в HSDS нет; бывают: {known}. Поправьте манифест.",
            $"HSDS has no 'records: {records}'; there are: {known}. Mend the manifest."));
    }
}
