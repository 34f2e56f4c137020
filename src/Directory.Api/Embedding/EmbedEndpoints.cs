using CenterDirectory.Api.Embedding.Configurator;
using CenterDirectory.Api.Embedding.Twins;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.Embedding;

/// <summary>What other sites put into their pages.</summary>
internal static class EmbedEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Long enough to spare requests, short enough for a mend to arrive the same day.</summary>
    private const string AnHour = "public, max-age=3600, stale-while-revalidate=86400";

    private static readonly EmbedAsset FrameScript = new(EmbeddedText.Read("Frame/frame-height.js"), "text/javascript; charset=utf-8");

    /// <summary>Registers what the pages of the widgets need.</summary>
    public static IServiceCollection AddEmbedding(this IServiceCollection services) =>
        services.AddSingleton<TwinReader>().AddSingleton<TwinServices>().AddSingleton<ConfiguratorReader>();

    /// <summary>Maps the script and the texts of the widgets.</summary>
    public static void MapEmbedding(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(EmbedAddresses.Script, Editions.Methods, (HttpContext http) => WidgetScript.Module.Send(http, AnHour));
        routes.MapMethods(EmbedAddresses.LastingScript, Editions.Methods, (HttpContext http) => WidgetScript.Module.Send(http, ForEver));
        routes.MapMethods(EmbedAddresses.FrameScript, Editions.Methods, (HttpContext http) => FrameScript.Send(http, AnHour));
        routes.MapConfigurator();
        routes.MapTwins();
        routes.MapOEmbed();
        foreach (var (language, texts) in WidgetTexts.ByLanguage)
        {
            routes.MapMethods(EmbedAddresses.Texts(language), Editions.Methods, (HttpContext http) => texts.Send(http, ForEver));
        }
    }
}
