using System.Globalization;
using System.Text.Json.Serialization;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding;

/// <summary>
/// Lets editors that know oEmbed 1.0 (oembed.com) turn an address of the directory into a frame: WordPress, Discourse and others ask for it by
/// themselves.
/// </summary>
internal static class OEmbed
{
    private const int UsualWidth = 720;
    private const int UsualHeight = 640;
    private const int Smallest = 240;
    private const int Largest = 4000;

    private static readonly LocalizedText Unknown = new("Такую страницу вставить нельзя", "This page cannot be embedded");

    private static readonly LocalizedText Embeddable = new(
        "Вставлять можно страницы /embed/centers, /embed/events, /embed/center/… и /centers/… этого справочника.",
        "Pages /embed/centers, /embed/events, /embed/center/… and /centers/… of this directory can be embedded.");

    /// <summary>Maps <c>/oembed</c>.</summary>
    public static void MapOEmbed(this IEndpointRouteBuilder routes) => routes.MapMethods("/oembed", Editions.Methods, Answer);

    private static IResult Answer(HttpContext http, SiteOrigin origin)
    {
        var query = http.Request.Query;
        if (query["format"].ToString() is { Length: > 0 } format && format != "json")
        {
            // The specification asks for this status.
            return Problem.Of(http, StatusCodes.Status501NotImplemented, new("Такого формата нет", "There is no such format"), new("Возможен только format=json.", "Only format=json is possible."));
        }

        var site = origin.Of(http.Request);
        if (PageOf(query["url"].ToString(), site) is not { } page)
        {
            return Problem.Of(http, StatusCodes.Status404NotFound, Unknown, Embeddable);
        }

        var language = PageLanguage.Of(http.Request);
        var title = language.Pick("Ресурсные центры для НКО", "Resource centers for non-profits");
        var (width, height) = (Size(query["maxwidth"], UsualWidth), Size(query["maxheight"], UsualHeight));
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Json(new OEmbedAnswer(
            "1.0", "rich", title, "CenterDirectory", site, width, height, 86400,
            Html.Of($"""<iframe src="{page}" title="{title}" width="{width}" height="{height}" loading="lazy" style="border: 0"></iframe>""").Markup));
    }

    /// <summary>Address of the framed page for an address of ours; null if there is none.</summary>
    private static string? PageOf(string text, string site)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !address.GetLeftPart(UriPartial.Authority).Equals(site, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["embed", "centers" or "events"] or ["embed", "center", _] => address.AbsoluteUri,
            ["centers", var slug] => $"{site}/embed/center/{slug}{address.Query}",
            _ => null,
        };
    }

    /// <summary>What the consumer allows, within reason.</summary>
    private static int Size(string? text, int usual) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Min(usual, Math.Clamp(size, Smallest, Largest)) : usual;
}

/// <summary>The answer to a consumer, in the names of oEmbed 1.0.</summary>
internal sealed record OEmbedAnswer(
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("provider_name")] string ProviderName,
    [property: JsonPropertyName("provider_url")] string ProviderUrl,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("cache_age")] int CacheAge,
    [property: JsonPropertyName("html")] string Html);
