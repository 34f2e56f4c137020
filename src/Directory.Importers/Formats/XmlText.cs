using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CenterDirectory.Importers.Formats;

/// <summary>What all readers of XML do alike.</summary>
internal static partial class XmlText
{
    private const int HeadSize = 1024;

    /// <summary>Settings under which a document can neither fetch nor expand anything.</summary>
    public static XmlReaderSettings Settings() => new()
    {
        Async = true,
        // Never resolved: a DTD may name files of this machine or grow without end.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The encoding that the document says it has, or null: a hint, since some lie.</summary>
    public static async ValueTask<string?> DeclaredEncodingAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[HeadSize];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        // Latin-1 shows the bytes of any encoding that contains ASCII; of UTF-16 the zero bytes go.
        var text = Encoding.Latin1.GetString(head, 0, read).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF');
        return Prolog().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Prolog();
}
