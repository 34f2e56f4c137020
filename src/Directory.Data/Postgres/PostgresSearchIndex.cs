using CenterDirectory.Data.Search;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Search in vectors of stems. One statement finds the matches once, ranks them, counts them and gives a page; a page without results
/// is counted by a second one if anybody asks.
/// </summary>
/// <param name="reader">Runs its statements.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="synonyms">Words that mean the same.</param>
internal sealed class PostgresSearchIndex(ISearchReader reader, IModel model, SearchSynonyms synonyms)
    : StemSearchIndex(reader, model, synonyms, PostgresDialect.Instance)
{
    protected override string Known => PostgresSearchStatements.Known;

    protected override async Task<SearchResults> PageAsync(SearchQuery query, SearchRequest request, CancellationToken cancellationToken)
    {
        var parameters = Filters(request);
        parameters.Add(new("@match", request.NamesOnly ? TextQuery.Of(query, TextQuery.Names) : TextQuery.Of(query)));
        parameters.Add(new("@names", TextQuery.Of(query, TextQuery.Names)));
        parameters.Add(new("@places", TextQuery.Of(query, TextQuery.NamesAndPlaces)));
        parameters.Add(new("@tier", request.After?.Tier ?? -1));
        parameters.Add(new("@after", request.After?.Position ?? -1L));
        parameters.Add(new("@count", (long)request.First + 1));
        var rows = await Reader.ReadAsync(
            PostgresSearchStatements.For(request).Page, parameters,
            row => (Hit: new SearchHit(row.GetInt64(0), row.GetInt32(1)), Total: row.GetInt64(2)), cancellationToken);
        int? total = request.NamesOnly || (rows.Count == 0 && request.After is not null) ? null : rows.Count == 0 ? 0 : (int)rows[0].Total;
        return new SearchResults(
            [.. rows.Select(row => row.Hit).Take(request.First)], rows.Count > request.First, total, new SearchMatch(query, request));
    }

    protected override string ExpressionOf(SearchQuery query) => TextQuery.Of(query);

    protected override SearchStatements CountsFor(SearchRequest request) => PostgresSearchStatements.For(request);
}
