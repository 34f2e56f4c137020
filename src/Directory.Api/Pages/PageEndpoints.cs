using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Crawlers;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Pages.Feeds;
using CenterDirectory.Api.Pages.Lists;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>What a browser may look at.</summary>
internal static class PageEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<OverviewReader>().AddSingleton<SourcesReader>().AddSingleton<FeedsReader>().AddSingleton<SitemapIndex>();

    /// <summary>Maps <c>/</c>, the schema as text, and the files of the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, HomeAsync);
        routes.MapMethods("/sources", Reading, SourcesAsync);
        routes.MapMethods("/feeds", Reading, FeedsAsync);
        routes.MapLists();
        routes.MapEntries();
        routes.MapCrawlers();
        routes.MapMethods("/schema.graphql", Reading, SchemaText(routes.ServiceProvider.GetRequiredService<GraphQL.Types.Schema>()));
        foreach (var asset in PageAsset.All)
        {
            routes.MapMethods(asset.Address, Reading, asset.Send);
        }

        // Browsers ask for it by themselves, whatever a page names.
        routes.MapMethods("/favicon.ico", Reading, () => TypedResults.Redirect(PageAsset.Icon.Address));
    }

    private static async Task<IResult> HomeAsync(HttpContext http, OverviewReader reader, SiteOrigin origin, CancellationToken cancellationToken)
    {
        var overview = await reader.ReadAsync(cancellationToken);
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithForm;
        return Page(http, language => new HomePage(language, origin.Of(http.Request), overview).Render());
    }

    private static async Task<IResult> SourcesAsync(HttpContext http, SourcesReader reader, SiteOrigin origin, CancellationToken cancellationToken)
    {
        var sources = await reader.ReadAsync(cancellationToken);
        return Page(http, language => new SourcesPage(language, origin.Of(http.Request), sources).Render());
    }

    private static async Task<IResult> FeedsAsync(HttpContext http, FeedsReader reader, SiteOrigin origin, CancellationToken cancellationToken)
    {
        var view = await reader.ReadAsync(http, PageLanguage.Of(http.Request), cancellationToken);
        http.Response.Headers.ContentSecurityPolicy = FeedsPage.Policy;
        var status = view.Wrong.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page(http, language => new FeedsPage(language, origin.Of(http.Request), view).Render(), status);
    }

    /// <summary>A page in the reader's language.</summary>
    internal static IResult Page(HttpContext http, Func<PageLanguage, Pages.Html> render, int status = StatusCodes.Status200OK)
    {
        var language = PageLanguage.Of(http.Request);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        http.Response.Headers.ContentLanguage = language.Code;
        var markup = render(language).Markup;
        return status == StatusCodes.Status200OK ? TaggedText.Of(markup, Html) : TypedResults.Text(markup, Html, statusCode: status);
    }

    private static Func<HttpContext, FileContentHttpResult> SchemaText(GraphQL.Types.Schema schema)
    {
        var text = TaggedText.Of(SchemaPrinter.Print(schema), "text/plain; charset=utf-8");
        return http =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return text;
        };
    }
}
