using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Search;

/// <summary>A page of search results, best first.</summary>
internal sealed class SearchConnection(SearchResults results, string seal, bool hasPreviousPage)
{
    /// <summary>Results with relevance and cursor.</summary>
    public IReadOnlyList<SearchEdge> Edges => [.. results.Hits.Select(hit => new SearchEdge(hit, results.Match, seal))];

    /// <summary>Where this page stands.</summary>
    public PageInfo PageInfo => new(results.HasMore, hasPreviousPage, () => CursorOf(0), () => CursorOf(^1));

    /// <summary>Counts over all results; costs one more statement each.</summary>
    public SearchFacets Facets => new(results.Match);

    [GraphQLIgnore]
    public IReadOnlyList<SearchHit> Hits => results.Hits;

    [GraphQLIgnore]
    public SearchMatch Match => results.Match;

    /// <summary>The number of all results, if it is known already.</summary>
    [GraphQLIgnore]
    public int? KnownCount => results.Total;

    private string? CursorOf(Index index) => results.Hits.Count == 0 ? null : SearchCursor.Encode(results.Hits[index], seal);
}

/// <summary>One search result.</summary>
internal sealed class SearchEdge(SearchHit hit, SearchMatch match, string seal)
{
    /// <summary>Cursor of this result.</summary>
    public string Cursor => SearchCursor.Encode(hit, seal);

    /// <summary>Relevance, comparable within one answer only.</summary>
    public double Score => hit.Score;

    [GraphQLIgnore]
    public SearchHit Hit => hit;

    [GraphQLIgnore]
    public SearchMatch Match => match;

    public static NodeReference<SearchResult> ReferenceOf(SearchHit hit) => new(hit.Type.ToString(), hit.Id);
}

/// <summary>Counts of the results by property.</summary>
internal sealed record SearchFacets([property: GraphQLIgnore] SearchMatch Match);

/// <summary>Results of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">How many.</param>
internal sealed record TypeFacet(SearchType Type, int Count);

/// <summary>Results of one region.</summary>
/// <param name="RegionId">Id of the region.</param>
/// <param name="Count">How many.</param>
internal sealed record TerritoryFacet([property: GraphQLIgnore] long RegionId, int Count);

/// <summary>Results of one kind of support.</summary>
/// <param name="SupportKind">The kind.</param>
/// <param name="Count">How many.</param>
internal sealed record SupportKindFacet(SupportKind SupportKind, int Count);

/// <summary>A completion of what somebody types.</summary>
/// <param name="Text">Text to offer.</param>
/// <param name="Hit">The entry.</param>
internal sealed record Suggestion(string Text, [property: GraphQLIgnore] SearchHit Hit)
{
    /// <summary>Type of the entry.</summary>
    public SearchType Type => Hit.Type;
}
