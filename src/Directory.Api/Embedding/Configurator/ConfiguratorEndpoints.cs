using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Embedding.Configurator;

/// <summary>The page where a widget is chosen.</summary>
internal static class ConfiguratorEndpoints
{
    // The preview asks this directory, as it would from anywhere, and frames its page for whoever has no script.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Maps <c>/embed</c>.</summary>
    public static void MapConfigurator(this IEndpointRouteBuilder routes) => routes.MapMethods("/embed", Editions.Methods, SendAsync);

    private static async Task<IResult> SendAsync(HttpContext http, ConfiguratorReader reader, Editions editions, SiteOrigin origin)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var terms = new EditionTerms { Variant = PageLanguage.Of(http.Request).Code, Vary = [HeaderNames.AcceptLanguage] };
        if (await editions.BeginAsync(http, terms, http.RequestAborted) is null)
        {
            return TypedResults.Empty;
        }

        var choice = UsualColours.WithoutUsual(ChoiceReader.Read(http.Request));
        var page = new ConfiguratorPage(choice, origin.Of(http.Request), await reader.ReadAsync(http.RequestAborted)).Render();
        http.Response.Headers.ContentLanguage = choice.Language.Code;
        return TypedResults.Text(page.Markup, "text/html; charset=utf-8");
    }
}
