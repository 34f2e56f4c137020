using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Dumps;

/// <summary>
/// Reads dumps of a directory like this one: NDJSON whose fields are those of the record kind that <c>records</c> names. Lines of other
/// kinds are passed over, so that one file may hold them all.
/// </summary>
[FeedFormat("dump", "records")]
internal sealed class DumpReader : IFeedReader
{
    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var schema = RecordSchema.Find(location.Records ?? "Center")
            ?? throw new InvalidOperationException($"There are no records '{location.Records}'; the manifest was not checked.");
        var expected = new LocalizedText("выгрузки справочника (NDJSON)", "a dump of a directory (NDJSON)");
        // A type without entries has an empty file.
        ContentKind[] kinds = [ContentKind.Document, ContentKind.Text];
        var found = await ContentSniffing.FindAsync(content, cancellationToken);
        return found.Kind != ContentKind.Empty && ContentSniffing.Unfit(found, expected, kinds) is { } failure
            ? new UnreadableRows(failure)
            : new DumpRows(schema, content);
    }

    public LocalizedText? RefusesRecords(string records) => RecordSchema.Find(records) is not null ? null : new LocalizedText(
        $"Вида «{records}» нет; есть: {string.Join(", ", RecordSchema.Kinds)}.", $"There is no kind '{records}'; there are: {string.Join(", ", RecordSchema.Kinds)}.");
}
