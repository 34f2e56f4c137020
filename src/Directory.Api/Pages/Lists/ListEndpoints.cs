using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>Lists that lead to the pages of entries.</summary>
internal static class ListEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in ListKinds.All)
        {
            Task SendAsync(HttpContext http)
            {
                var query = http.Request.Query;
                return AnswerAsync(http, reading => EntriesAsync(kind, reading, query));
            }

            routes.MapMethods(kind.Place.Path, Editions.Methods, SendAsync);
        }

        routes.MapMethods(SiteMenu.Territories.Path, Editions.Methods, (HttpContext http) => AnswerAsync(http, TerritoriesAsync));
    }

    private static async Task AnswerAsync(HttpContext http, Func<ListReading, Task<ListAnswer>> readAsync)
    {
        var services = http.RequestServices;
        var language = PageLanguage.Of(http.Request);
        var origin = services.GetRequiredService<SiteOrigin>().Of(http.Request);
        var today = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.Date;
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithForm;
        http.Response.Headers.ContentLanguage = language.Code;
        if (await services.GetRequiredService<Editions>().BeginAsync(http, PageTerms.Of(language, today, "list") with { TellsConfirmation = true }, http.RequestAborted) is null)
        {
            return;
        }

        var reading = new ListReading(
            services.GetRequiredService<DirectoryDb>(), services.GetRequiredService<ISearchIndex>(), language, origin, today, http.RequestAborted)
        {
            StaleBefore = services.GetRequiredService<Confirmations>().CutOffOn(today),
        };
        var answer = await readAsync(reading);
        await TypedResults.Text(answer.Page.Markup, "text/html; charset=utf-8", statusCode: answer.Status).ExecuteAsync(http);
    }

    private static async Task<ListAnswer> EntriesAsync(IListKind kind, ListReading reading, IQueryCollection query)
    {
        var list = await kind.ReadAsync(reading, ListFilter.Of(query, kind.Choices));
        return new ListAnswer(new ListPage(reading, list).Render(), list.IsKnown ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<ListAnswer> TerritoriesAsync(ListReading reading)
    {
        var list = await TerritoryList.ReadAsync(reading.Db, reading.Cancellation);
        return new ListAnswer(new TerritoryListPage(reading.Language, reading.Origin, reading.Day, list).Render(), StatusCodes.Status200OK);
    }

    private sealed record ListAnswer(Html Page, int Status);
}
