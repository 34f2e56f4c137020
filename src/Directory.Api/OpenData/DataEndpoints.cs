using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.OpenData.Catalog;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.OpenData.Hsds;
using CenterDirectory.Api.OpenData.Statistics;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.OpenData;

/// <summary>All open data: dumps and their page <c>/data</c>, the catalog, the statistics, HSDS.</summary>
internal static class DataEndpoints
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapOpenData(this IEndpointRouteBuilder routes)
    {
        routes.MapDumps();
        routes.MapHsds();
        routes.MapMethods("/data", Editions.Methods, PageAsync);
        routes.MapMethods("/data/{revision:int}", Editions.Methods, IResult (HttpContext http, DumpStore store, int revision) => store.Find(revision) is { } dump
            ? TypedResults.Redirect($"/data/{dump.Revision}/{DumpNames.Package}")
            : DumpEndpoints.Missing(http, store));
        routes.MapMethods("/data/catalog.jsonld", Editions.Methods, Catalog);
        routes.MapMethods("/data/statistics.json", Editions.Methods, (HttpContext http, Editions editions, StatisticsReader reader, DumpStore dumps, CancellationToken cancellationToken) =>
            StatisticsAsync(new(http, editions, reader, dumps), "application/json", numbers => JsonSerializer.SerializeToUtf8Bytes(numbers, Readable), cancellationToken));
        routes.MapMethods("/data/statistics.csv", Editions.Methods, (HttpContext http, Editions editions, StatisticsReader reader, DumpStore dumps, CancellationToken cancellationToken) =>
            StatisticsAsync(new(http, editions, reader, dumps), "text/csv; charset=utf-8", StatisticsTable.Write, cancellationToken));
    }

    private static async Task<IResult> PageAsync(HttpContext http, Editions editions, StatisticsReader reader, DumpStore dumps, SiteOrigin site, CancellationToken cancellationToken)
    {
        var numbers = await reader.ReadAsync(await editions.CurrentAsync(cancellationToken), cancellationToken);
        return PageEndpoints.Page(http, language => new DataPage(language, site.Of(http.Request), dumps.List(), numbers).Render());
    }

    private static IResult Catalog(HttpContext http, DumpStore dumps, SiteOrigin site)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TaggedText.Of(new DataCatalog(site.Of(http.Request), dumps.Newest).Write(), "application/ld+json");
    }

    /// <summary>Depends on the revision, and on which dumps there are.</summary>
    private static async Task<IResult> StatisticsAsync(StatisticsRequest request, string type, Func<DirectoryStatistics, byte[]> write, CancellationToken cancellationToken)
    {
        var terms = new EditionTerms { Variant = string.Join('-', request.Dumps.List().Select(dump => dump.Revision)) };
        return await request.Editions.BeginAsync(request.Http, terms, cancellationToken) is { } edition
            ? TypedResults.Bytes(write(await request.Reader.ReadAsync(edition, cancellationToken)), type)
            : TypedResults.Empty;
    }

    private sealed record StatisticsRequest(HttpContext Http, Editions Editions, StatisticsReader Reader, DumpStore Dumps);
}
