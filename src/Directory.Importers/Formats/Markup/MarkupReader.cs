using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Markup;

/// <summary>Reads registries in XML: one element a record, columns are paths below it. Namespaces, DTDs and entities do not matter or are refused.</summary>
[FeedFormat("xml", "encoding", "records", HasPaths = true)]
internal sealed partial class MarkupReader : IFeedReader
{
    private const int MaxStretch = 8 * 1024 * 1024;

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var expected = new LocalizedText("документа XML", "an XML document");
        if (await ContentSniffing.LookAsync(content, expected, [ContentKind.Markup], cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        _ = RecordPath.TryReadMarkup(location.Records ?? ".", out var records);
        var reading = await TextEncodings.DetectAsync(content, location.Encoding ?? await PrologEncodingAsync(content, cancellationToken), cancellationToken);
        var text = new BoundedText(reading.Open(content), MaxStretch);
        return new MarkupRows(XmlReader.Create(text, Settings()), text, records!.Steps, location.Paths);
    }

    private static XmlReaderSettings Settings() => new()
    {
        Async = true,
        // Never resolved: a DTD may name files of this machine or grow without end.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>What the document says of itself: a hint, since some lie.</summary>
    private static async ValueTask<string?> PrologEncodingAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[200];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var name = PrologEncoding().Match(Encoding.Latin1.GetString(head, 0, read)).Groups["name"].Value;
        return name.Length > 0 && TextEncodings.Find(name) is not null ? name : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9_.-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex PrologEncoding();
}
