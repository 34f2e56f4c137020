using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Writes XML without characters that XML has not.</summary>
internal sealed class FeedXmlWriter : IDisposable
{
    private readonly XmlWriter xml;

    public FeedXmlWriter(IBufferWriter<byte> output) => xml = XmlWriter.Create(new BufferStream(output), new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false,
    });

    /// <summary>Writes the declaration, and a root with the prefixes that are used below it.</summary>
    public void Begin(string name, string? space, params ReadOnlySpan<(string Prefix, string Namespace)> prefixes)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(name, space);
        foreach (var (prefix, uri) in prefixes)
        {
            xml.WriteAttributeString("xmlns", prefix, null, uri);
        }
    }

    /// <summary>Opens an element; it ends when disposed.</summary>
    public Element Open(string name, string? space = null)
    {
        xml.WriteStartElement(name, space);
        return new Element(xml);
    }

    public void Attribute(string name, string value) => xml.WriteAttributeString(name, Clean(value));

    public void Language(string tag) => xml.WriteAttributeString("xml", "lang", null, tag);

    /// <summary>An element with a text; nothing, if there is none.</summary>
    public void Text(string name, string? text, string? space = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteElementString(name, space, Clean(text));
        }
    }

    /// <summary>An element with attributes and perhaps a text.</summary>
    public void Write(string name, string? space, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, Clean(value));
            }
        }

        if (text is not null)
        {
            xml.WriteString(Clean(text));
        }

        xml.WriteEndElement();
    }

    public void End() => xml.WriteEndDocument();

    public void Flush() => xml.Flush();

    public void Dispose() => xml.Dispose();

    /// <summary>An instant as Atom and JSON Feed write it.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text)
    {
        var isClean = true;
        for (var i = 0; i < text.Length && isClean; i++)
        {
            isClean = XmlConvert.IsXmlChar(text[i]);
        }

        return isClean ? text : Filter(text);
    }

    private static string Filter(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>An open element.</summary>
    internal readonly struct Element(XmlWriter xml) : IDisposable
    {
        public void Dispose() => xml.WriteEndElement();
    }
}
