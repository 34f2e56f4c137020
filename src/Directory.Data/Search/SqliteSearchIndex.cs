using CenterDirectory.Data.Bulk;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>Search in the FTS5 index.</summary>
/// <param name="reader">Runs its statements.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="synonyms">Words that mean the same.</param>
internal sealed class SqliteSearchIndex(ISearchReader reader, IModel model, SearchSynonyms synonyms)
    : StemSearchIndex(reader, model, synonyms, SqliteDialect.Instance)
{
    protected override string Known => SqliteSearchStatements.Known;

    protected override Task<SearchResults> PageAsync(SearchQuery query, SearchRequest request, CancellationToken cancellationToken) =>
        new SqliteSearchPages(Reader, Filters).FindAsync(query, request, cancellationToken);

    protected override string ExpressionOf(SearchQuery query) => query.Expression;

    protected override SearchStatements CountsFor(SearchRequest request) => SqliteSearchStatements.For(request);
}
