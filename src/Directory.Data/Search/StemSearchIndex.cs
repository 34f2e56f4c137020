using System.Data.Common;
using System.Text.Json;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>What search in the index of stems does whatever the database: questions are understood, corrected and counted alike.</summary>
/// <param name="reader">Runs its statements.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="synonyms">Words that mean the same.</param>
/// <param name="dialect">The words of the database.</param>
internal abstract class StemSearchIndex(ISearchReader reader, IModel model, SearchSynonyms synonyms, SqlDialect dialect) : ISearchIndex
{
    private readonly SearchQueryReader queries = new(synonyms);

    /// <summary>Runs the statements.</summary>
    protected ISearchReader Reader { get; } = reader;

    private readonly SearchTexts texts = new(model, dialect);

    public async Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = queries.Read(request.Text);
        if (query.IsEmpty)
        {
            return new SearchResults([], false, 0, new SearchMatch(query, request));
        }

        var found = await PageAsync(query, request, cancellationToken);
        return found.Hits.Count == 0 && await CorrectAsync(query, cancellationToken) is { } corrected
            ? await PageAsync(corrected, request, cancellationToken)
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
        texts.NamesAsync(Reader, hits, cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<SearchFragment>>> FragmentsAsync(
        SearchMatch match, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken) =>
        texts.FragmentsAsync(Reader, new SearchMarker(match.Query), hits, cancellationToken);

    private async Task<List<TRow>> CountsAsync<TRow>(
        SearchMatch match, Func<SearchStatements, string> sql, Func<DbDataReader, TRow> read, CancellationToken cancellationToken,
        params KeyValuePair<string, object?>[] further)
    {
        if (match.Query.IsEmpty)
        {
            return [];
        }

        var parameters = Filters(match.Request);
        parameters.Add(new("@match", ExpressionOf(match.Query)));
        parameters.AddRange(further);
        return await Reader.ReadAsync(sql(CountsFor(match.Request)), parameters, read, cancellationToken);
    }

    /// <summary>Parameters of the filters.</summary>
    protected static List<KeyValuePair<string, object?>> Filters(SearchRequest request)
    {
        var parameters = new List<KeyValuePair<string, object?>>(8) { new("@types", request.Types.Aggregate(0L, (bits, type) => bits | (1L << (int)type))) };
        if (request.Territory is not null)
        {
            parameters.Add(new("@territory", request.Territory));
        }

        if (request.SupportKinds is { Count: > 0 } kinds)
        {
            parameters.Add(new("@kinds", SupportKindBits.Of(kinds)));
        }

        return parameters;
    }

    /// <summary>A page of results.</summary>
    protected abstract Task<SearchResults> PageAsync(SearchQuery query, SearchRequest request, CancellationToken cancellationToken);

    /// <summary>A question in the words of the index.</summary>
    protected abstract string ExpressionOf(SearchQuery query);

    /// <summary>The statements that count for a set of filters.</summary>
    protected abstract SearchStatements CountsFor(SearchRequest request);

    /// <summary>Which of some terms the index has: whole ones, and beginnings; two columns, the term and 1 for a beginning.</summary>
    protected abstract string Known { get; }

    /// <summary>The question with the nearest known words in place of long ones that nothing has; null if there are none.</summary>
    private async Task<SearchQuery?> CorrectAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var doubtful = query.Groups.Where(group => group.Correctable is not null).Take(SearchCorrections.MaximumWords).ToList();
        if (doubtful.Count == 0)
        {
            return null;
        }

        var corrections = new SearchCorrections(doubtful);
        var known = await Reader.ReadAsync(
            Known,
            [new("@whole", JsonSerializer.Serialize(corrections.Whole)), new("@begun", JsonSerializer.Serialize(corrections.Begun))],
            row => new SearchTerm(row.GetString(0), row.GetInt32(1) == 1), cancellationToken);
        return corrections.Apply(query, known.ToHashSet());
    }
}
