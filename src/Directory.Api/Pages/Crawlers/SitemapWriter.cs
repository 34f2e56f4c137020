using System.Globalization;
using System.Text;
using System.Xml;

namespace CenterDirectory.Api.Pages.Crawlers;

/// <summary>Writes sitemaps (sitemaps.org 0.9), each address with its languages, a row at a time.</summary>
internal sealed class SitemapWriter : IAsyncDisposable
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Links = "http://www.w3.org/1999/xhtml";

    private readonly XmlWriter xml;
    private readonly string origin;

    private SitemapWriter(XmlWriter xml, string origin) => (this.xml, this.origin) = (xml, origin);

    /// <summary>Begins an index of sitemaps.</summary>
    public static Task<SitemapWriter> IndexAsync(Stream stream, string origin) => BeginAsync(stream, origin, "sitemapindex");

    /// <summary>Begins a sitemap.</summary>
    public static async Task<SitemapWriter> EntriesAsync(Stream stream, string origin)
    {
        var writer = await BeginAsync(stream, origin, "urlset");
        await writer.xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Links);
        return writer;
    }

    /// <summary>Writes a sitemap of the index.</summary>
    public async Task SitemapAsync(string path, DateTime? updatedAt)
    {
        await xml.WriteStartElementAsync(null, "sitemap", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, origin + path);
        await LastModifiedAsync(updatedAt);
        await xml.WriteEndElementAsync();
    }

    /// <summary>Writes a page.</summary>
    public async Task PageAsync(string path, DateTime? updatedAt)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, origin + path);
        await LastModifiedAsync(updatedAt);
        foreach (var language in PageLanguage.All)
        {
            await xml.WriteStartElementAsync("xhtml", "link", Links);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language.Code);
            await xml.WriteAttributeStringAsync(null, "href", null, origin + SitePaths.Canonical(path, language));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
        await xml.DisposeAsync();
    }

    private static async Task<SitemapWriter> BeginAsync(Stream stream, string origin, string root)
    {
        var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "", CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, Namespace);
        return new SitemapWriter(xml, origin);
    }

    private async Task LastModifiedAsync(DateTime? updatedAt)
    {
        if (updatedAt is { } instant)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }
}
