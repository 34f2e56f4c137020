using System.Data.Common;
using System.Text.Json;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>Search in the FTS5 index.</summary>
/// <param name="reader">Runs its statements.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="synonyms">Words that mean the same.</param>
internal sealed class SqliteSearchIndex(ISearchReader reader, IModel model, SearchSynonyms synonyms) : ISearchIndex
{
    private readonly SearchQueryReader queries = new(synonyms);
    private readonly SqliteSearchPages pages = new(reader);
    private readonly SqliteSearchTexts texts = new(model);

    public async Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = queries.Read(request.Text);
        if (query.IsEmpty)
        {
            return new SearchResults([], false, 0, new SearchMatch(query, request));
        }

        var found = await pages.FindAsync(query, request, cancellationToken);
        return found.Hits.Count == 0 && await CorrectAsync(query, cancellationToken) is { } corrected
            ? await pages.FindAsync(corrected, request, cancellationToken)
            : found;
    }

    public async Task<int> CountAsync(SearchMatch match, CancellationToken cancellationToken) =>
        match.Query.IsEmpty ? 0 : (await CountsAsync(match, statements => statements.Count, row => row.GetInt32(0), cancellationToken))[0];

    public async Task<IReadOnlyList<SearchCount<SearchType>>> CountByTypeAsync(SearchMatch match, CancellationToken cancellationToken) =>
        await CountsAsync(
            match, statements => statements.CountByType, row => new SearchCount<SearchType>((SearchType)row.GetInt32(0), row.GetInt32(1)), cancellationToken);

    public async Task<IReadOnlyList<SearchCount<long>>> CountByRegionAsync(SearchMatch match, int first, CancellationToken cancellationToken) =>
        await CountsAsync(
            match, statements => statements.CountByRegion, row => new SearchCount<long>(row.GetInt64(0), row.GetInt32(1)), cancellationToken,
            KeyValuePair.Create<string, object?>("@first", (long)first));

    public async Task<IReadOnlyList<SearchCount<SupportKind>>> CountBySupportKindAsync(SearchMatch match, CancellationToken cancellationToken)
    {
        var sets = await CountsAsync(
            match, statements => statements.CountBySupportKind, row => new SearchCount<long>(row.GetInt64(0), row.GetInt32(1)), cancellationToken);
        return
        [
            .. Enum.GetValues<SupportKind>()
                .Select(kind => new SearchCount<SupportKind>(kind, sets.Where(set => (set.Key & (1L << (int)kind)) != 0).Sum(set => set.Count)))
                .Where(count => count.Count > 0)
                .OrderByDescending(count => count.Count),
        ];
    }

    public Task<IReadOnlyList<string?>> NamesAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken) =>
        texts.NamesAsync(reader, hits, cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<SearchFragment>>> FragmentsAsync(
        SearchMatch match, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken) =>
        texts.FragmentsAsync(reader, new SearchMarker(match.Query), hits, cancellationToken);

    private async Task<List<TRow>> CountsAsync<TRow>(
        SearchMatch match, Func<SqliteSearchStatements, string> sql, Func<DbDataReader, TRow> read, CancellationToken cancellationToken,
        params KeyValuePair<string, object?>[] further)
    {
        if (match.Query.IsEmpty)
        {
            return [];
        }

        var parameters = SqliteSearchPages.Filters(match.Request);
        parameters.Add(new("@match", match.Query.Expression));
        parameters.AddRange(further);
        return await reader.ReadAsync(sql(SqliteSearchStatements.For(match.Request)), parameters, read, cancellationToken);
    }

    /// <summary>The question with the nearest known words in place of long ones that nothing has; null if there are none.</summary>
    private async Task<SearchQuery?> CorrectAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var doubtful = query.Groups.Where(group => group.Correctable is not null).Take(SearchCorrections.MaximumWords).ToList();
        if (doubtful.Count == 0)
        {
            return null;
        }

        var corrections = new SearchCorrections(doubtful);
        var known = await reader.ReadAsync(
            SqliteSearchStatements.Known,
            [new("@whole", JsonSerializer.Serialize(corrections.Whole)), new("@begun", JsonSerializer.Serialize(corrections.Begun))],
            row => new SearchTerm(row.GetString(0), row.GetInt32(1) == 1), cancellationToken);
        return corrections.Apply(query, known.ToHashSet());
    }
}
