using System.Runtime.CompilerServices;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>Atom 1.0, and 0.3 as far as it differs by names only.</summary>
internal sealed class AtomDocument(FeedXml xml)
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private string? title;
    private string? link;
    private string? author;

    public static bool IsRoot(string name) => name is "atom:feed" or "atom:entry" or "feed";

    /// <summary>The entries, the reader standing on the root.</summary>
    public async IAsyncEnumerable<Placed<SyndicationItem>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        link = xml.Attribute("base", Xml);
        var language = xml.Language;
        if (xml.Name == "atom:entry")
        {
            yield return await ReadEntryAsync(language);
            yield break;
        }

        var root = xml.Enter();
        while (await xml.NextChildAsync(root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (Local())
            {
                case "entry":
                    yield return await ReadEntryAsync(language);
                    break;
                case "title":
                    title = await ReadTextAsync(HtmlText.Line, PlainText.OneLine);
                    break;
                case "link" when xml.Attribute("rel") is null or "alternate":
                    link ??= xml.Attribute("href");
                    break;
                case "author":
                    author = await ReadPersonAsync();
                    break;
                default:
                    // About the feed and its publisher, whom the manifest names.
                    break;
            }
        }
    }

    private async ValueTask<Placed<SyndicationItem>> ReadEntryAsync(string? language)
    {
        var line = xml.Line;
        var item = new SyndicationItem { Language = xml.Language ?? language, Feed = title, Base = xml.Attribute("base", Xml) ?? link };
        var entry = xml.Enter();
        while (await xml.NextChildAsync(entry))
        {
            await ReadPartAsync(item);
        }

        item.Author ??= author;
        return new Placed<SyndicationItem>(line, item);
    }

    private async ValueTask ReadPartAsync(SyndicationItem item)
    {
        switch (Local())
        {
            case "id":
                item.Id = CellText.Trim(await xml.ReadTextAsync());
                break;
            case "title":
                item.Title = await ReadTextAsync(HtmlText.Line, PlainText.OneLine);
                break;
            case "summary":
                item.Summary = await ReadTextAsync(HtmlText.Paragraphs, Lines);
                break;
            case "content" when xml.Attribute("src") is null:
                item.Content = await ReadTextAsync(HtmlText.Paragraphs, Lines);
                break;
            case "link":
                ReadLink(item);
                break;
            case "published" or "issued" or "created" or "dc:date":
                item.Published ??= CellText.Trim(await xml.ReadTextAsync());
                break;
            case "updated" or "modified":
                item.Updated ??= CellText.Trim(await xml.ReadTextAsync());
                break;
            case "author":
                item.Author ??= await ReadPersonAsync();
                break;
            case "category" when (xml.Attribute("label") ?? xml.Attribute("term")) is { Length: > 0 } category && item.Categories.Count < 50:
                item.Categories.Add(PlainText.OneLine(category));
                break;
            case "media:thumbnail":
                item.Image ??= xml.Attribute("url");
                break;
            default:
                // Rights, contributors and extensions say nothing of a news item.
                break;
        }
    }

    private void ReadLink(SyndicationItem item)
    {
        var address = xml.Attribute("href");
        switch (xml.Attribute("rel"))
        {
            case null or "alternate":
                item.Url ??= address;
                break;
            case "enclosure":
                item.Enclosure ??= address;
                item.Image ??= xml.Attribute("type")?.StartsWith("image/", StringComparison.Ordinal) == true ? address : null;
                break;
            default:
                // rel="self", "replies", "edit": not the page of the item.
                break;
        }
    }

    /// <summary>A text is what its type says: plain text, HTML written as text, or XHTML elements.</summary>
    private async ValueTask<string> ReadTextAsync(Func<string, string> ofHtml, Func<string, string> ofText)
    {
        var type = xml.Attribute("type") ?? "text";
        var isXhtml = type is "xhtml" or "application/xhtml+xml";
        var text = await xml.ReadTextAsync(isXhtml);
        return isXhtml || type is "html" or "text/html" ? ofHtml(text) : ofText(text);
    }

    private async ValueTask<string?> ReadPersonAsync()
    {
        string? name = null;
        var person = xml.Enter();
        while (await xml.NextChildAsync(person))
        {
            name = Local() == "name" ? AuthorName.Of(PlainText.OneLine(await xml.ReadTextAsync())) : name;
        }

        return name;
    }

    private static string Lines(string text) => PlainText.Tidy(text, HtmlText.MaxLength);

    // Some feeds forget the namespace.
    private string Local() => xml.Name.StartsWith("atom:", StringComparison.Ordinal) ? xml.Name["atom:".Length..] : xml.Name;
}
