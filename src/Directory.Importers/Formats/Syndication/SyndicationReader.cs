using System.Text;
using System.Text.RegularExpressions;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>Reads news: RSS 0.91 to 2.0, RDF, Atom and JSON Feed. Which of them it is tells the document itself.</summary>
[FeedFormat("feed", "encoding")]
[FeedFormat("rss", "encoding")]
[FeedFormat("rdf", "encoding")]
[FeedFormat("atom", "encoding")]
internal sealed partial class SyndicationReader : IFeedReader
{
    private const int HeadSize = 1024;

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(content, cancellationToken);
        var start = head.Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF').TrimStart();
        if (start.Length == 0 || start[0] is not ('<' or '{'))
        {
            return new UnreadableRows(await ContentSniffing.LookAsync(content, cancellationToken) ?? NoFeed());
        }

        var stated = location.Encoding ?? Prolog().Match(start).Groups["name"].Value;
        var reading = await TextEncodings.DetectAsync(content, stated.Length == 0 ? null : stated, cancellationToken);
        var items = new SyndicationItems(reading.Open(content), start[0] == '{');
        if (!await items.OpenAsync(cancellationToken))
        {
            items.Dispose();
            content.Position = 0;
            return new UnreadableRows(items.Failure ?? (LooksLikePage(start) ? NoFeedButPage() : NoFeed()));
        }

        items.RemarkOnEncoding(reading, isByManifest: location.Encoding is not null);
        return new FixedRows<SyndicationItem>(SyndicationColumns.All, items);
    }

    private static async ValueTask<string> ReadHeadAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        return Encoding.Latin1.GetString(buffer, 0, read);
    }

    private static bool LooksLikePage(string start) => start.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);

    private static FeedFailure NoFeedButPage() => new("html-instead-of-feed", new LocalizedText(
        "Вместо ленты пришла страница HTML (часто это ошибка сайта или форма входа). Откройте адрес и проверьте, где лента на самом деле.",
        "In place of a feed came an HTML page (often a site's error or a login form). Open the address and see where the feed really is."));

    private static FeedFailure NoFeed() => new("not-a-feed", new LocalizedText(
        "Это не лента новостей: нет ни RSS, ни Atom, ни JSON Feed. Проверьте адрес или файл.",
        "This is no feed of news: neither RSS nor Atom nor JSON Feed. Check the address or file."));

    [GeneratedRegex("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"'](?<name>[A-Za-z0-9._-]{1,40})[\"']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Prolog();
}
