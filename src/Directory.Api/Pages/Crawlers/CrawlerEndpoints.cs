using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;

namespace CenterDirectory.Api.Pages.Crawlers;

/// <summary>What machines that read the site ask for first.</summary>
internal static class CrawlerEndpoints
{
    private const string Xml = "application/xml; charset=utf-8";

    /// <summary>Maps <c>/robots.txt</c>, the sitemaps and <c>/llms.txt</c>.</summary>
    public static void MapCrawlers(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/robots.txt", Editions.Methods, (HttpContext http, SiteOrigin origin) => Robots(http, origin));
        routes.MapMethods("/sitemap.xml", Editions.Methods, (HttpContext http) => AnswerAsync(http, IndexAsync));
        routes.MapMethods("/sitemaps/site.xml", Editions.Methods, (HttpContext http) => AnswerAsync(http, SiteAsync));
        routes.MapMethods("/sitemaps/{segment}-{number:int:min(0)}.xml", Editions.Methods,
            (HttpContext http, string segment, int number) => AnswerAsync(http, (exchange, edition) => EntriesAsync(exchange, segment, number)));
        routes.MapMethods("/llms.txt", Editions.Methods, LlmsAsync);
    }

    private static IResult Robots(HttpContext http, SiteOrigin origin)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        // A crawler that follows the links of examples would ask the API for ever.
        return TaggedText.Of($"User-agent: *\nDisallow: /graphql\nDisallow: /health/\n\nSitemap: {origin.Absolute(http.Request, "/sitemap.xml")}\n", "text/plain; charset=utf-8");
    }

    private static async Task AnswerAsync(HttpContext http, Func<Exchange, Edition, Task> writeAsync)
    {
        var origin = http.RequestServices.GetRequiredService<SiteOrigin>().Of(http.Request);
        var terms = new EditionTerms { Variant = "sitemap", MaxAge = TimeSpan.FromHours(1) };
        if (await http.RequestServices.GetRequiredService<Editions>().BeginAsync(http, terms, http.RequestAborted) is not { } edition)
        {
            return;
        }

        http.Response.ContentType = Xml;
        await writeAsync(new Exchange(http, origin), edition);
    }

    private static async Task IndexAsync(Exchange exchange, Edition edition)
    {
        var sitemaps = await exchange.Service<SitemapIndex>().ReadAsync(exchange.Cancellation);
        await using var writer = await SitemapWriter.IndexAsync(exchange.Body, exchange.Origin);
        await writer.SitemapAsync("/sitemaps/site.xml", edition.CommittedAt);
        foreach (var sitemap in sitemaps)
        {
            await writer.SitemapAsync($"/sitemaps/{EntryAddress.SegmentOf(sitemap.Type)}-{sitemap.Number}.xml", sitemap.UpdatedAt);
        }
    }

    /// <summary>The pages that are no entries; those that tell of data are as new as these.</summary>
    private static async Task SiteAsync(Exchange exchange, Edition edition)
    {
        await using var writer = await SitemapWriter.EntriesAsync(exchange.Body, exchange.Origin);
        await writer.PageAsync("/", edition.CommittedAt);
        foreach (var entry in SiteMenu.All.Where(entry => !entry.IsForBrowsers))
        {
            await writer.PageAsync(entry.Path, entry.FollowsData ? edition.CommittedAt : null);
        }
    }

    private static async Task EntriesAsync(Exchange exchange, string segment, int number)
    {
        var db = exchange.Service<DirectoryDb>();
        var type = EntryAddress.TypeOf(segment);
        await using var entries = type is { } known ? SitemapIndex.EntriesOf(db, known, number).GetAsyncEnumerator(exchange.Cancellation) : null;
        if (entries is null || !await entries.MoveNextAsync())
        {
            exchange.Refuse();
            return;
        }

        await using var writer = await SitemapWriter.EntriesAsync(exchange.Body, exchange.Origin);
        if (exchange.IsHead)
        {
            return;
        }

        do
        {
            await writer.PageAsync(EntryAddress.PathOf(type!.Value, entries.Current.Slug)!, entries.Current.UpdatedAt);
        }
        while (await entries.MoveNextAsync());
    }

    private static async Task<IResult> LlmsAsync(HttpContext http, SiteOrigin origin, Editions editions, DirectoryDb db)
    {
        var language = PageLanguage.Of(http.Request);
        var address = origin.Of(http.Request);
        http.Response.Headers.ContentLanguage = language.Code;
        return await editions.BeginAsync(http, PageTerms.Of(language, "llms"), http.RequestAborted) is null
            ? Results.Empty
            : TypedResults.Text(await new LlmsText(language, address).WriteAsync(db, http.RequestAborted), "text/plain; charset=utf-8");
    }

    /// <summary>A request and where its answer goes.</summary>
    private sealed record Exchange(HttpContext Http, string Origin)
    {
        public CancellationToken Cancellation => Http.RequestAborted;

        public bool IsHead => HttpMethods.IsHead(Http.Request.Method);

        public Stream Body => Http.Response.Body;

        public T Service<T>()
            where T : notnull => Http.RequestServices.GetRequiredService<T>();

        /// <summary>There is no such sitemap.</summary>
        public void Refuse()
        {
            Http.Response.Headers.ETag = default;
            Http.Response.Headers.LastModified = default;
            Http.Response.ContentType = null;
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
