using System.Text.Json.Nodes;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>The vocabularies, <c>/hsds/taxonomies</c> and <c>/hsds/taxonomy_terms</c>: part of the program, not of the data.</summary>
internal static class TaxonomyEndpoints
{
    public static void MapTaxonomies(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/hsds/taxonomies", Editions.Methods, (HttpContext http, SiteOrigin site, CancellationToken cancellationToken) =>
            HsdsEndpoints.AnswerAsync(http, request => HsdsList.Of([.. Taxonomies(request).Select(taxonomy => taxonomy.ToJson(site.Of(http.Request)))]), cancellationToken));
        routes.MapMethods("/hsds/taxonomy_terms", Editions.Methods, (HttpContext http, SiteOrigin site, CancellationToken cancellationToken) =>
            HsdsEndpoints.AnswerAsync(http, request => HsdsList.Of([.. Terms(request).Select(term => term.ToJson(site.Of(http.Request)))]), cancellationToken));
        routes.MapMethods("/hsds/taxonomies/{id:guid}", Editions.Methods, (HttpContext http, Guid id, SiteOrigin site) =>
            Answer(http, HsdsTaxonomy.All.FirstOrDefault(taxonomy => taxonomy.Id == id)?.ToJson(site.Of(http.Request))));
        routes.MapMethods("/hsds/taxonomy_terms/{id:guid}", Editions.Methods, (HttpContext http, Guid id, SiteOrigin site) =>
            Answer(http, HsdsTaxonomy.All.SelectMany(taxonomy => taxonomy.Terms).FirstOrDefault(term => term.Id == id)?.ToJson(site.Of(http.Request))));
    }

    private static IEnumerable<HsdsTaxonomy> Taxonomies(HsdsRequest request) =>
        HsdsTaxonomy.All.Where(taxonomy => request.Search is null || taxonomy.Matches(request.Search));

    /// <summary>No term has a parent, so <c>top_only</c> leaves all of them.</summary>
    private static IEnumerable<HsdsTerm> Terms(HsdsRequest request) => HsdsTaxonomy.All
        .Where(taxonomy => request.TaxonomyId is null || taxonomy.Id == request.TaxonomyId)
        .SelectMany(taxonomy => taxonomy.Terms)
        .Where(term => request.ParentId is null && (request.Search is null || term.Matches(request.Search)));

    private static IResult Answer(HttpContext http, JsonObject? item)
    {
        if (item is null)
        {
            return HsdsEndpoints.Missing(http);
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TaggedText.Of(item.ToJsonString(HsdsJson.Options), "application/json; charset=utf-8");
    }
}
