using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>Lists that lead to the pages of entries.</summary>
internal static class ListEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(SiteMenu.Centers.Path, Editions.Methods, (HttpContext http) => AnswerAsync(http, CentersAsync));
        routes.MapMethods(SiteMenu.Territories.Path, Editions.Methods, (HttpContext http) => AnswerAsync(http, TerritoriesAsync));
    }

    private static async Task AnswerAsync(HttpContext http, Func<ListAsked, DirectoryDb, Task<ListAnswer>> readAsync)
    {
        var language = PageLanguage.Of(http.Request);
        var origin = http.RequestServices.GetRequiredService<SiteOrigin>().Of(http.Request);
        var today = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.Date;
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithForm;
        http.Response.Headers.ContentLanguage = language.Code;
        var editions = http.RequestServices.GetRequiredService<Editions>();
        if (await editions.BeginAsync(http, PageTerms.Of(language, origin, today, "list"), http.RequestAborted) is null)
        {
            return;
        }

        var asked = new ListAsked(http.Request.Query, language, origin, DateOnly.FromDateTime(today), http.RequestAborted);
        var answer = await readAsync(asked, http.RequestServices.GetRequiredService<DirectoryDb>());
        await TypedResults.Text(answer.Page.Markup, "text/html; charset=utf-8", statusCode: answer.Status).ExecuteAsync(http);
    }

    private static async Task<ListAnswer> CentersAsync(ListAsked asked, DirectoryDb db)
    {
        var list = await CenterList.ReadAsync(db, CenterFilter.Of(asked.Query), asked.Cancellation);
        var page = new CenterListPage(asked.Language, asked.Origin, asked.Today, list).Render();
        return new ListAnswer(page, list.IsKnown ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<ListAnswer> TerritoriesAsync(ListAsked asked, DirectoryDb db)
    {
        var list = await TerritoryList.ReadAsync(db, asked.Cancellation);
        return new ListAnswer(new TerritoryListPage(asked.Language, asked.Origin, asked.Today, list).Render(), StatusCodes.Status200OK);
    }

    private sealed record ListAsked(IQueryCollection Query, PageLanguage Language, string Origin, DateOnly Today, CancellationToken Cancellation);

    private sealed record ListAnswer(Html Page, int Status);
}
