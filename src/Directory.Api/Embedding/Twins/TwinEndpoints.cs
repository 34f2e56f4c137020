using System.Globalization;
using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>The pages that stand in frames of other sites.</summary>
internal static class TwinEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapTwins(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/embed/centers", Editions.Methods, (HttpContext http, TwinServices services) => SendAsync(
            http, services, WidgetKind.Directory, async (choice, pages, ct) =>
                await services.Reader.CentersAsync(choice, ct) is { } answer ? pages.Directory(answer) : Nowhere(http, pages), dependsOnDay: false));
        routes.MapMethods("/embed/events", Editions.Methods, (HttpContext http, TwinServices services) => SendAsync(
            http, services, WidgetKind.Events, async (choice, pages, ct) =>
                await services.Reader.EventsAsync(choice, ct) is { } answer ? pages.Events(answer) : Nowhere(http, pages), dependsOnDay: true));
        routes.MapMethods("/embed/center/{slug}", Editions.Methods, (HttpContext http, string slug, TwinServices services) => SendAsync(
            http, services, WidgetKind.Card, async (choice, pages, ct) =>
            {
                var center = await services.Reader.CenterAsync(choice with { Center = slug }, ct);
                http.Response.StatusCode = center is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
                return center is null ? pages.Unknown() : pages.Card(center);
            }, dependsOnDay: true, slug));
    }

    /// <summary>404: the widget was given a territory that does not exist; an empty list would pass for an answer.</summary>
    private static (Html Page, string Policy) Nowhere(HttpContext http, TwinPages pages)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return pages.Nowhere();
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, TwinServices services, WidgetKind kind,
        Func<WidgetChoice, TwinPages, CancellationToken, Task<(Html Page, string Policy)>> render, bool dependsOnDay, string? center = null)
    {
        var choice = ChoiceReader.Read(http.Request, kind);
        choice = center is null ? choice : choice with { Center = center };
        var day = services.Reader.Today;
        var terms = new EditionTerms
        {
            Variant = choice.Language.Code + (dependsOnDay ? day.ToString("-yyyyMMdd", CultureInfo.InvariantCulture) : ""),
            Since = dependsOnDay ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null,
            Vary = [HeaderNames.AcceptLanguage],
            TellsConfirmation = true,
        };
        if (await services.Editions.BeginAsync(http, terms, http.RequestAborted) is null)
        {
            return TypedResults.Empty;
        }

        var (page, policy) = await render(choice, new TwinPages(choice, services.Origin.Of(http.Request)), http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers.ContentLanguage = choice.Language.Code;
        return TypedResults.Text(page.Markup, "text/html; charset=utf-8", statusCode: http.Response.StatusCode);
    }
}

/// <summary>What each of the pages needs.</summary>
internal sealed record TwinServices(TwinReader Reader, Editions Editions, SiteOrigin Origin);
