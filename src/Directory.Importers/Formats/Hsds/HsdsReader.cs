using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;

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

        var kind = HsdsKinds.Named(location.Records ?? HsdsKinds.Names[0])
            ?? throw new InvalidOperationException($"HSDS has no '{location.Records}'; the manifest was not checked.");
        var reading = await TextEncodings.DetectAsync(content, location.Encoding, location.Survey, cancellationToken);
        using var text = reading.Open(content);
        var items = new HsdsItems(kind);
        items.Remark(reading.Remarks());
        await items.OpenAsync(text, cancellationToken);
        if (items.Failure is { } problem)
        {
            items.Dispose();
            return new UnreadableRows(problem);
        }

        return new FixedRows<HsdsObject>(HsdsColumns.Of(kind), items);
    }

    public LocalizedText? RefusesRecords(string records)
    {
        var known = string.Join(", ", HsdsKinds.Names);
        return HsdsKinds.Named(records) is not null ? null : new LocalizedText(
            $"«records: {records}» в HSDS нет; бывают: {known}.", $"HSDS has no 'records: {records}'; there are: {known}.");
    }
}
