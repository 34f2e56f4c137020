using System.Runtime.CompilerServices;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>RSS 0.9x, 1.0 (RDF) and 2.0, with the extensions that Russian news use.</summary>
internal sealed class RssDocument(FeedXml xml)
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private string? title;
    private string? link;
    private string? language;

    public static bool IsRoot(string name) => name is "rss" or "rdf:RDF";

    /// <summary>The items, the reader standing on the root.</summary>
    public async IAsyncEnumerable<Placed<SyndicationItem>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = xml.Enter();
        while (await xml.NextChildAsync(root))
        {
            if (xml.Name == "item")
            {
                yield return await ReadItemAsync();
            }
            else if (xml.Name == "channel")
            {
                // RDF has its items beside the channel, RSS inside of it.
                await foreach (var item in ReadChannelAsync(cancellationToken))
                {
                    yield return item;
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async IAsyncEnumerable<Placed<SyndicationItem>> ReadChannelAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = xml.Enter();
        while (await xml.NextChildAsync(channel))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (xml.Name)
            {
                case "item":
                    yield return await ReadItemAsync();
                    break;
                case "title":
                    title ??= HtmlText.Line(await xml.ReadTextAsync());
                    break;
                case "link":
                    link ??= NullIfBlank(await xml.ReadTextAsync());
                    break;
                case "language" or "dc:language":
                    language ??= NullIfBlank(await xml.ReadTextAsync());
                    break;
                default:
                    // The rest is about the channel and its publisher, whom the manifest names.
                    break;
            }
        }
    }

    private async ValueTask<Placed<SyndicationItem>> ReadItemAsync()
    {
        var line = xml.Line;
        var item = new SyndicationItem { Url = xml.Attribute("about", Rdf), Language = xml.Language ?? language, Feed = title, Base = link };
        var element = xml.Enter();
        while (await xml.NextChildAsync(element))
        {
            await ReadPartAsync(item);
        }

        return new Placed<SyndicationItem>(line, item);
    }

    private async ValueTask ReadPartAsync(SyndicationItem item)
    {
        switch (xml.Name)
        {
            case "guid":
                var isLink = xml.Attribute("isPermaLink") != "false";
                item.Id = NullIfBlank(await xml.ReadTextAsync());
                item.Url ??= isLink && item.Id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? item.Id : null;
                break;
            case "link":
                // Stated outright it wins over what a guid or rdf:about only implies.
                item.Url = NullIfBlank(await xml.ReadTextAsync()) ?? item.Url;
                break;
            case "atom:link" when xml.Attribute("rel") is null or "alternate":
                item.Url ??= xml.Attribute("href");
                break;
            case "title":
                item.Title = HtmlText.Line(await xml.ReadTextAsync());
                break;
            case "description" or "dc:description":
                item.Summary = HtmlText.Paragraphs(await xml.ReadTextAsync());
                break;
            case "content:encoded" or "yandex:full-text" or "fulltext" or "full-text":
                item.Content = Longer(item.Content, HtmlText.Paragraphs(await xml.ReadTextAsync()));
                break;
            case "category" or "dc:subject":
                Add(item.Categories, HtmlText.Line(await xml.ReadTextAsync()));
                break;
            default:
                await ReadDetailAsync(item);
                break;
        }
    }

    private async ValueTask ReadDetailAsync(SyndicationItem item)
    {
        switch (xml.Name)
        {
            case "pubDate" or "dc:date" or "pubdate" or "dcterms:issued":
                item.Published ??= NullIfBlank(await xml.ReadTextAsync());
                break;
            case "atom:updated" or "dcterms:modified":
                item.Updated ??= NullIfBlank(await xml.ReadTextAsync());
                break;
            case "author" or "dc:creator" or "itunes:author":
                item.Author ??= AuthorName.Of(HtmlText.Line(await xml.ReadTextAsync()));
                break;
            case "dc:language":
                item.Language = NullIfBlank(await xml.ReadTextAsync()) ?? item.Language;
                break;
            case "enclosure" or "media:content" when xml.Attribute("url") is { } url:
                var isImage = xml.Attribute("medium") == "image" || xml.Attribute("type")?.StartsWith("image/", StringComparison.Ordinal) == true;
                item.Image ??= isImage ? url : null;
                item.Enclosure ??= xml.Name == "enclosure" ? url : null;
                break;
            case "media:thumbnail":
                item.Image ??= xml.Attribute("url");
                break;
            case "itunes:image":
                item.Image ??= xml.Attribute("href");
                break;
            default:
                // Extensions that say nothing of a news item.
                break;
        }
    }

    private static string? NullIfBlank(string text) => CellText.Trim(text) is { Length: > 0 } trimmed ? trimmed : null;

    private static string Longer(string? one, string other) => one?.Length > other.Length ? one : other;

    private static void Add(List<string> categories, string category)
    {
        if (category.Length > 0 && !categories.Contains(category) && categories.Count < 50)
        {
            categories.Add(category);
        }
    }
}
