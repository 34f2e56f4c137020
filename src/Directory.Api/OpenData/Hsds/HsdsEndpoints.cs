using System.Globalization;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>The reading API of the Human Services Data Specification 3.0 below <c>/hsds</c>.</summary>
internal static class HsdsEndpoints
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string OpenApi = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";

    private static readonly LocalizedText NothingHere = new("Такого объекта нет", "There is no such object");

    private delegate Task<HsdsList> ListReader(HsdsLists lists, HsdsRequest request, CancellationToken cancellationToken);

    private delegate Task<JsonObject?> ItemReader(HsdsLists lists, Guid id, HsdsRequest request, CancellationToken cancellationToken);

    public static void MapHsds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/hsds", Editions.Methods, Root);
        List(routes, "organizations", (lists, request, token) => lists.OrganizationsAsync(request, token));
        List(routes, "services", (lists, request, token) => lists.ServicesAsync(request, token));
        List(routes, "service_at_locations", (lists, request, token) => lists.PlacesAsync(request, token));
        Item(routes, "organizations", (lists, id, request, token) => lists.OrganizationAsync(id, request.HasFullServices, token));
        Item(routes, "services", (lists, id, _, token) => lists.ServiceAsync(id, atLocation: false, token));
        Item(routes, "service_at_locations", (lists, id, _, token) => lists.ServiceAsync(id, atLocation: true, token));
        routes.MapTaxonomies();
    }

    /// <summary>A list that does not ask the database.</summary>
    internal static Task AnswerAsync(HttpContext http, Func<HsdsRequest, HsdsList> list, CancellationToken cancellationToken) =>
        AnswerAsync(http, request => Task.FromResult(list(request)), cancellationToken);

    /// <summary>404.</summary>
    internal static IResult Missing(HttpContext http) => Problem.Of(http, StatusCodes.Status404NotFound, NothingHere, new(
        "Идентификаторы перечислены в списках ниже /hsds.", "The ids stand in the lists below /hsds."));

    private static IResult Root(HttpContext http, SiteOrigin site)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TaggedText.Of(
            new JsonObject { ["version"] = "3.0", ["profile"] = site.Absolute(http.Request, "/data?lang=en"), ["openapi_url"] = OpenApi }.ToJsonString(HsdsJson.Options), JsonType);
    }

    private static void List(IEndpointRouteBuilder routes, string name, ListReader read) => routes.MapMethods(
        $"/hsds/{name}", Editions.Methods,
        (HttpContext http, DirectoryDb db, HsdsReader reader, SiteOrigin site, CancellationToken cancellationToken) => AnswerAsync(
            http, request => read(new HsdsLists(db, reader, site.Of(http.Request), DateOnly.FromDateTime(TodayOf(http))), request, cancellationToken), cancellationToken));

    private static void Item(IEndpointRouteBuilder routes, string name, ItemReader read) => routes.MapMethods(
        $"/hsds/{name}/{{id:guid}}", Editions.Methods,
        async Task<IResult> (HttpContext http, Guid id, DirectoryDb db, HsdsReader reader, SiteOrigin site, Editions editions, CancellationToken cancellationToken) =>
        {
            var request = Read(http);
            if (request.Wrong.Count > 0)
            {
                return Problem.Of(http, request.Wrong);
            }

            if (await editions.BeginAsync(http, TermsOf(http), cancellationToken) is null)
            {
                return TypedResults.Empty;
            }

            return await read(new HsdsLists(db, reader, site.Of(http.Request), DateOnly.FromDateTime(TodayOf(http))), id, request, cancellationToken) is { } item ? Json(item) : Missing(http);
        });

    /// <summary>Confirmations change without a revision, and run out by the day.</summary>
    private static EditionTerms TermsOf(HttpContext http) => new()
    {
        Variant = TodayOf(http).ToString("yyyyMMdd", CultureInfo.InvariantCulture), Since = TodayOf(http), TellsConfirmation = true,
    };

    private static DateTime TodayOf(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.Date;

    private static async Task AnswerAsync(HttpContext http, Func<HsdsRequest, Task<HsdsList>> read, CancellationToken cancellationToken)
    {
        var request = Read(http);
        if (request.Wrong.Count > 0)
        {
            await Problem.Of(http, request.Wrong).ExecuteAsync(http);
            return;
        }

        if (await http.RequestServices.GetRequiredService<Editions>().BeginAsync(http, TermsOf(http), cancellationToken) is null)
        {
            return;
        }

        try
        {
            var list = await read(request);
            await (request.IsStreamed ? StreamAsync(http, list, cancellationToken) : PageAsync(http, request, await list.PageAsync(request, cancellationToken)));
        }
        catch (NotSupportedException missing) when (!http.Response.HasStarted && request.Search is not null)
        {
            // The database of this installation has no index of full texts.
            await Problem.Of(http, StatusCodes.Status501NotImplemented, new("Поиска здесь нет", "There is no search here"), new(missing.Message, missing.Message)).ExecuteAsync(http);
        }
    }

    private static Task PageAsync(HttpContext http, HsdsRequest request, JsonObject page)
    {
        var site = http.RequestServices.GetRequiredService<SiteOrigin>();
        string Link(int number, string relation) => $"<{site.Absolute(http.Request, http.Request.Path + QueryString.Create(
            http.Request.Query.Where(pair => pair.Key != "page").Append(new("page", number.ToString(CultureInfo.InvariantCulture)))))}>; rel=\"{relation}\"";
        List<string> links = [];
        if (!page["first_page"]!.GetValue<bool>())
        {
            links.Add(Link(request.Page - 1, "prev"));
        }

        if (!page["last_page"]!.GetValue<bool>())
        {
            links.Add(Link(request.Page + 1, "next"));
        }

        http.Response.Headers.Link = links.Count == 0 ? default : new(string.Join(", ", links));
        return Json(page).ExecuteAsync(http);
    }

    private static async Task StreamAsync(HttpContext http, HsdsList list, CancellationToken cancellationToken)
    {
        http.Response.ContentType = "application/x-ndjson";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        await foreach (var item in list.Stream(cancellationToken))
        {
            // What the response takes no faster waits here: no more than a chunk is in memory.
            await http.Response.WriteAsync(item.ToJsonString(HsdsJson.Options) + "\n", cancellationToken);
        }
    }

    private static HsdsRequest Read(HttpContext http) =>
        HsdsRequest.Read(http.Request.Query, http.RequestServices.GetRequiredService<IOptions<HsdsOptions>>().Value.MaxPerPage);

    private static IResult Json(JsonObject item) => TypedResults.Text(item.ToJsonString(HsdsJson.Options), JsonType);
}
