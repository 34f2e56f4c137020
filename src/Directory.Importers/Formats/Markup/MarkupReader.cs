using System.Xml;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Markup;

/// <summary>Reads registries in XML: one element a record, columns are paths below it. Namespaces, DTDs and entities do not matter or are refused.</summary>
[FeedFormat("xml", "encoding", "records", Paths = PathStyle.Markup)]
internal sealed class MarkupReader : IFeedReader
{
    private const int MaxStretch = 8 * 1024 * 1024;

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var expected = new LocalizedText("документа XML", "an XML document");
        if (await ContentSniffing.LookAsync(content, expected, [ContentKind.Markup], cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        var records = RecordPath.Read(location.Records ?? RecordPath.Self, PathStyle.Markup);
        var reading = await TextEncodings.DetectAsync(content, location.Encoding ?? await XmlText.DeclaredEncodingAsync(content, cancellationToken), location.Survey, cancellationToken);
        var text = new BoundedText(reading.Open(content), MaxStretch);
        return new MarkupRows(XmlReader.Create(text, Settings()), text, records.Steps, location.Paths)
        {
            Remarks = [.. reading.Remarks(isByManifest: location.Encoding is not null)],
        };
    }

    public LocalizedText? RefusesRecords(string records) => RecordPath.TryRead(records, PathStyle.Markup, out _) ? null : RecordPath.Explained;

    private static XmlReaderSettings Settings()
    {
        var settings = XmlText.Settings();
        (settings.IgnoreWhitespace, settings.CheckCharacters, settings.CloseInput) = (true, false, true);
        return settings;
    }
}
