using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Api.Pages.Crawlers;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Pages.Lists;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>What a browser may look at.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddSingleton<OverviewReader>().AddSingleton<SourcesReader>().AddSingleton<SitemapIndex>();

    /// <summary>Maps <c>/</c>, the schema as text, and the files of the pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, HomeAsync);
        routes.MapMethods("/sources", Reading, SourcesAsync);
        routes.MapLists();
        routes.MapEntries();
        routes.MapCrawlers();
        routes.MapMethods("/schema.graphql", Reading, SchemaText(routes.ServiceProvider.GetRequiredService<GraphQL.Types.Schema>()));
        routes.MapMethods(PageAsset.Style.Address, Reading, PageAsset.Style.Send);
        routes.MapMethods(PageAsset.ExplorerScript.Address, Reading, PageAsset.ExplorerScript.Send);
        routes.MapMethods(PageAsset.EmbedStyle.Address, Reading, PageAsset.EmbedStyle.Send);
        routes.MapMethods(PageAsset.EmbedHeight.Address, Reading, PageAsset.EmbedHeight.Send);
        routes.MapMethods(PageAsset.ConfiguratorScript.Address, Reading, PageAsset.ConfiguratorScript.Send);
        routes.MapMethods(PageAsset.Icon.Address, Reading, PageAsset.Icon.Send);
        // Browsers ask for it by themselves, whatever a page names.
        routes.MapMethods("/favicon.ico", Reading, () => TypedResults.Redirect(PageAsset.Icon.Address));
    }

    private static async Task<ContentHttpResult> HomeAsync(HttpContext http, OverviewReader reader, CancellationToken cancellationToken)
    {
        var overview = await reader.ReadAsync(cancellationToken);
        return Page(http, language => new HomePage(language, AddressOf(http.Request), overview).Render());
    }

    private static async Task<ContentHttpResult> SourcesAsync(HttpContext http, SourcesReader reader, CancellationToken cancellationToken)
    {
        var sources = await reader.ReadAsync(cancellationToken);
        return Page(http, language => new SourcesPage(language, AddressOf(http.Request), sources).Render());
    }

    /// <summary>A page in the reader's language.</summary>
    internal static ContentHttpResult Page(HttpContext http, Func<PageLanguage, Html> render)
    {
        var language = PageLanguage.Of(http.Request);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        http.Response.Headers.ContentLanguage = language.Code;
        return TypedResults.Text(render(language).Markup, "text/html; charset=utf-8");
    }

    private static Func<HttpContext, FileContentHttpResult> SchemaText(GraphQL.Types.Schema schema)
    {
        var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16))}\"");
        return http =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(text, "text/plain; charset=utf-8", entityTag: tag);
        };
    }

    /// <summary>Where the reader found us. A host name that is none, as only a forged request has, must not get into a line that people copy to a shell.</summary>
    internal static string AddressOf(HttpRequest request) =>
        Uri.CheckHostName(request.Host.Host.Trim('[', ']')) == UriHostNameType.Unknown ? "http://localhost:5080" : $"{request.Scheme}://{request.Host.Value}";
}
