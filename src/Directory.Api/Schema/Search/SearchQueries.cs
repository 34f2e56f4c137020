using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Search;

/// <summary>Full-text search.</summary>
[QueryType]
internal static class SearchQueries
{
    /// <summary>Results where nobody says how many.</summary>
    public const int UsualPage = 20;

    private const int UsualSuggestions = 8;
    private const int MinimumLength = 2;
    private const int MaximumLength = 200;

    /// <summary>Full-text search; best first.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">Words as people type them, in Russian or English, 2 to 200 characters.</param>
    /// <param name="types">Only these types; default: all but PERSON and GRANT.</param>
    /// <param name="territory">Only there and below.</param>
    /// <param name="supportKinds">Only entries with one of these kinds.</param>
    /// <param name="first">Items from the start, default 20, at most 100.</param>
    /// <param name="after">Start after this cursor.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    [Cost(Statements = 3, PageSize = "first"), NarrowsNodes("types")]
    public static async Task<SearchConnection> GetSearchAsync(
        ISearchIndex index, string query, IReadOnlyList<SearchType>? types = null, [GraphQLScalar("TerritoryKey")] string? territory = null,
        IReadOnlyList<SupportKind>? supportKinds = null, int? first = null, string? after = null, CancellationToken cancellationToken = default)
    {
        var text = query.Trim();
        if (text.Length is < MinimumLength or > MaximumLength)
        {
            throw new GraphQLException($"`query` has {MinimumLength} to {MaximumLength} characters; this one has {text.Length}.");
        }

        var request = new SearchRequest(text, TypesOf(types), territory, supportKinds, first ?? UsualPage, After: null);
        var seal = SearchCursor.SealOf(request);
        var place = after is null ? (SearchHit?)null : SearchCursor.Decode(after, seal);
        return new SearchConnection(await FindAsync(index, request with { After = place }, cancellationToken), seal, hasPreviousPage: after is not null);
    }

    /// <summary>Completions while typing.</summary>
    /// <param name="index">The index.</param>
    /// <param name="prefix">What has been typed so far.</param>
    /// <param name="types">Only these types.</param>
    /// <param name="territory">Only there and below.</param>
    /// <param name="first">How many, at most 20; default 8.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    [Cost(Statements = 4, PageSize = "first", DefaultPageSize = UsualSuggestions, MaxPageSize = 20), NarrowsNodes("types")]
    public static async Task<IReadOnlyList<Suggestion>> GetSuggestAsync(
        ISearchIndex index, string prefix, IReadOnlyList<SearchType>? types = null, [GraphQLScalar("TerritoryKey")] string? territory = null,
        int? first = null, CancellationToken cancellationToken = default)
    {
        var text = prefix.Trim();
        if (text.Length > MaximumLength)
        {
            throw new GraphQLException($"`prefix` has at most {MaximumLength} characters; this one has {text.Length}.");
        }

        var request = new SearchRequest(text, TypesOf(types), territory, SupportKinds: null, first ?? UsualSuggestions, After: null, NamesOnly: true);
        var found = await FindAsync(index, request, cancellationToken);
        var names = await index.NamesAsync(found.Hits, cancellationToken);
        return [.. found.Hits.Zip(names).Where(pair => pair.Second is not null)
            .Select(pair => new Suggestion(pair.Second!, pair.First))];
    }

    private static IReadOnlyList<SearchType> TypesOf(IReadOnlyList<SearchType>? types) => types is { Count: > 0 } ? types : SearchedType.Usual;

    private static async Task<SearchResults> FindAsync(ISearchIndex index, SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await index.FindAsync(request, cancellationToken);
        }
        catch (NotSupportedException missing)
        {
            throw new GraphQLException(missing.Message, "NOT_SUPPORTED");
        }
    }
}
