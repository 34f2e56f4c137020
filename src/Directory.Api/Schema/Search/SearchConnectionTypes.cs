using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Search;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Search;

/// <summary>What of a page of results takes a statement more.</summary>
[ObjectType<SearchConnection>]
internal static class SearchConnectionType
{
    /// <summary>Results without their edges.</summary>
    [UseNodes]
    public static IReadOnlyList<NodeReference<SearchResult>> GetNodes([Parent] SearchConnection page) => [.. page.Hits.Select(SearchEdge.ReferenceOf)];

    /// <summary>Number of all results; costs one more statement.</summary>
    [Cost(Statements = 1)]
    public static async Task<int> GetTotalCountAsync([Parent] SearchConnection page, ISearchIndex index, CancellationToken cancellationToken) =>
        page.KnownCount ?? await index.CountAsync(page.Match, cancellationToken);
}

/// <summary>What of a result takes a statement more.</summary>
[ObjectType<SearchEdge>]
internal static class SearchEdgeType
{
    /// <summary>The entry.</summary>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<SearchResult> GetNode([Parent] SearchEdge edge) => SearchEdge.ReferenceOf(edge.Hit);

    /// <summary>Fragments with the words found, at most 3.</summary>
    [BatchResolver, Cost(Statements = 1), GraphQLNonNullType]
    public static async Task<IReadOnlyDictionary<SearchEdge, IReadOnlyList<SearchFragment>>> GetHighlightsAsync(
        IReadOnlyList<SearchEdge> edges, ISearchIndex index, CancellationToken cancellationToken)
    {
        var answer = new Dictionary<SearchEdge, IReadOnlyList<SearchFragment>>();
        foreach (var page in edges.GroupBy(edge => edge.Match))
        {
            var fragments = await index.FragmentsAsync(page.Key, [.. page.Select(edge => edge.Hit)], cancellationToken);
            foreach (var (edge, found) in page.Zip(fragments))
            {
                answer[edge] = found;
            }
        }

        return answer;
    }
}

/// <summary>Counts of results.</summary>
[ObjectType<SearchFacets>]
internal static class SearchFacetsType
{
    /// <summary>By type.</summary>
    [Cost(Statements = 1)]
    public static async Task<IReadOnlyList<TypeFacet>> GetTypesAsync([Parent] SearchFacets facets, ISearchIndex index, CancellationToken cancellationToken) =>
        [.. (await index.CountByTypeAsync(facets.Match, cancellationToken)).Select(found => new TypeFacet(found.Key, found.Count))];

    /// <summary>By region, largest first.</summary>
    /// <param name="facets">The counts.</param>
    /// <param name="index">The index.</param>
    /// <param name="first">How many, at most 100; default 20.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    [Cost(Statements = 1, PageSize = "first")]
    public static async Task<IReadOnlyList<TerritoryFacet>> GetTerritoriesAsync(
        [Parent] SearchFacets facets, ISearchIndex index, int? first = null, CancellationToken cancellationToken = default) =>
        [
            .. (await index.CountByRegionAsync(facets.Match, first ?? SearchQueries.UsualPage, cancellationToken))
                .Select(found => new TerritoryFacet(found.Key, found.Count)),
        ];

    /// <summary>By kind of support.</summary>
    [Cost(Statements = 1)]
    public static async Task<IReadOnlyList<SupportKindFacet>> GetSupportKindsAsync(
        [Parent] SearchFacets facets, ISearchIndex index, CancellationToken cancellationToken) =>
        [.. (await index.CountBySupportKindAsync(facets.Match, cancellationToken)).Select(found => new SupportKindFacet(found.Key, found.Count))];
}

/// <summary>The region of a count.</summary>
[ObjectType<TerritoryFacet>]
internal static class TerritoryFacetType
{
    /// <summary>The region.</summary>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<Territory> GetTerritory([Parent] TerritoryFacet facet) => new(nameof(Territory), facet.RegionId);
}

/// <summary>The entry of a completion.</summary>
[ObjectType<Suggestion>]
internal static class SuggestionType
{
    /// <summary>The entry itself.</summary>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<SearchResult> GetNode([Parent] Suggestion suggestion) => SearchEdge.ReferenceOf(suggestion.Hit);
}

/// <summary>Name of fragments in the schema.</summary>
[ObjectType<SearchFragment>(Name = "Highlight")]
internal static class HighlightType;

/// <summary>Name of ranges in the schema.</summary>
[ObjectType<SearchRange>(Name = "TextRange")]
internal static class TextRangeType;
