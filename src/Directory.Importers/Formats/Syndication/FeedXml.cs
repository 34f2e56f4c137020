using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Xml;
using CenterDirectory.Importers.Formats.Markup;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>
/// Walks over the elements of a feed, forward only. A DTD is skipped and never resolved; an undeclared prefix is taken for what it is called;
/// depth and size are bounded.
/// </summary>
internal sealed class FeedXml : IDisposable
{
    private const int NoChildren = -1;
    private const int MaxDepth = 100;
    private const long MaxCharacters = 128 * 1024 * 1024;
    private const int MaxText = 1_000_000;
    private const int MaxStretch = 8 * 1024 * 1024;

    // Elements are told apart by these short names, whatever prefix a feed gives them. What RSS is itself has none.
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://news.yandex.ru"] = "yandex",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly LenientXmlText text;
    private readonly BoundedText bounded;
    private readonly XmlReader reader;

    public FeedXml(TextReader content)
    {
        text = new LenientXmlText(content);
        bounded = new BoundedText(text, MaxStretch);
        var settings = XmlText.Settings();
        settings.MaxCharactersInDocument = MaxCharacters;
        var names = new NameTable();
        reader = XmlReader.Create(bounded, settings, new XmlParserContext(names, new TolerantNamespaces(names), null, XmlSpace.None));
    }

    /// <summary>Short name of the present element, such as <c>title</c>, <c>dc:date</c> or <c>atom:link</c>.</summary>
    public string Name
    {
        get
        {
            var prefix = reader.Prefix.Length == 0 && !Prefixes.ContainsKey(reader.NamespaceURI) ? "" : Prefixes.GetValueOrDefault(reader.NamespaceURI, reader.Prefix);
            return prefix.Length == 0 ? reader.LocalName : $"{prefix}:{reader.LocalName}";
        }
    }

    public int Line => ((IXmlLineInfo)reader).LineNumber + text.SkippedLines;

    public string? Language => reader.XmlLang is { Length: > 0 } language ? language : null;

    public string? Attribute(string name) => reader.GetAttribute(name);

    public string? Attribute(string name, string space) => reader.GetAttribute(name, space);

    /// <summary>Moves to the root element; false if there is none.</summary>
    public async ValueTask<bool> MoveToRootAsync()
    {
        while (await AdvanceAsync())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Enters the present element: what <see cref="NextChildAsync"/> asks for. An empty element has no end that could be met.</summary>
    public int Enter() => reader.IsEmptyElement ? NoChildren : reader.Depth;

    /// <summary>Moves to the next child of the entered element, over all that the caller did not read; false at its end.</summary>
    public async ValueTask<bool> NextChildAsync(int parentDepth)
    {
        while (parentDepth != NoChildren && await AdvanceAsync())
        {
            Guard();
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == parentDepth + 1)
            {
                return true;
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == parentDepth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// What the present element holds, up to its end. Elements inside of it come out as tags; <paramref name="isMarkup"/> says that
    /// its text is XHTML, in which a written <c>&amp;lt;</c> is no tag.
    /// </summary>
    public async ValueTask<string> ReadTextAsync(bool isMarkup = false)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var result = new StringBuilder();
        while (await AdvanceAsync() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            Guard();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Append(result, reader.IsEmptyElement ? $"<{reader.LocalName}/>" : $"<{reader.LocalName}>");
                    break;
                case XmlNodeType.EndElement:
                    Append(result, $"</{reader.LocalName}>");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    await AppendValueAsync(result, isMarkup);
                    break;
                default:
                    // Entity references cannot occur: all that is known was put right before.
                    break;
            }
        }

        return result.ToString();
    }

    public void Dispose()
    {
        reader.Dispose();
        bounded.Dispose();
        text.Dispose();
    }

    private async ValueTask<bool> AdvanceAsync()
    {
        bounded.Reset();
        try
        {
            return await reader.ReadAsync();
        }
        catch (TextTooLongException)
        {
            throw new XmlException("A tag is longer than any feed has.", null, Line, 0);
        }
    }

    /// <summary>Piece by piece: a text without end must not be drawn into memory before it can be cut.</summary>
    private async ValueTask AppendValueAsync(StringBuilder result, bool isMarkup)
    {
        var piece = new char[4096];
        int read;
        while ((read = await reader.ReadValueChunkAsync(piece, 0, piece.Length)) > 0)
        {
            bounded.Reset();
            var value = new string(piece, 0, read);
            Append(result, isMarkup ? WebUtility.HtmlEncode(value) : value);
        }
    }

    private static void Append(StringBuilder result, string part) =>
        result.Append(part, 0, Math.Min(part.Length, Math.Max(0, MaxText - result.Length)));

    private void Guard()
    {
        if (reader.Depth > MaxDepth)
        {
            throw new XmlException($"Elements are nested deeper than {MaxDepth} levels.", null, Line, 0);
        }
    }

    /// <summary>Prefixes that nobody declared are their own namespaces: a feed is not lost for a forgotten xmlns.</summary>
    private sealed class TolerantNamespaces(NameTable names) : XmlNamespaceManager(names)
    {
        public override string? LookupNamespace(string prefix) =>
            base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? null : NameTable!.Add("undeclared:" + prefix));
    }
}
