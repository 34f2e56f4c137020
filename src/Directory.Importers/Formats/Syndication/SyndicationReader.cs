using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>Reads news: RSS 0.91 to 2.0, RDF, Atom and JSON Feed. Which of them it is tells the document itself.</summary>
[FeedFormat("feed", "encoding")]
[FeedFormat("rss", "encoding")]
[FeedFormat("rdf", "encoding")]
[FeedFormat("atom", "encoding")]
internal sealed class SyndicationReader : IFeedReader
{
    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var found = await ContentSniffing.FindAsync(content, cancellationToken);
        // What looks like a page is read all the same: a feed may begin with a comment as long as one has.
        if (found.Kind is not (ContentKind.Markup or ContentKind.Page or ContentKind.Document))
        {
            return new UnreadableRows(await ContentSniffing.LookAsync(content, cancellationToken) ?? NoFeed());
        }

        var stated = location.Encoding ?? await XmlText.DeclaredEncodingAsync(content, cancellationToken);
        var reading = await TextEncodings.DetectAsync(content, stated, location.Survey, cancellationToken);
        var items = new SyndicationItems(reading.Open(content), found.Kind == ContentKind.Document);
        if (!await items.OpenAsync(cancellationToken))
        {
            items.Dispose();
            return new UnreadableRows(items.Failure ?? (found.Kind == ContentKind.Page ? NoFeedButPage() : NoFeed()));
        }

        items.Remark(reading.Remarks(isByManifest: location.Encoding is not null));
        return new FixedRows<SyndicationItem>(SyndicationColumns.All, items);
    }

    private static FeedFailure NoFeedButPage() => new("html-instead-of-feed", new LocalizedText(
        "Вместо ленты пришла страница HTML (часто это ошибка сайта или форма входа). Откройте адрес и проверьте, где лента на самом деле.",
        "In place of a feed came an HTML page (often a site's error or a login form). Open the address and see where the feed really is."));

    private static FeedFailure NoFeed() => new("not-a-feed", new LocalizedText(
        "Это не лента новостей: нет ни RSS, ни Atom, ни JSON Feed. Проверьте адрес или файл.",
        "This is no feed of news: neither RSS nor Atom nor JSON Feed. Check the address or file."));
}
