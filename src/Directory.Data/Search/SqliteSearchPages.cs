using Parameter = System.Collections.Generic.KeyValuePair<string, object?>;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Finds pages of results. To ask the index takes longer than to read what it gives, so a page asks for what names have, and only if
/// that does not fill it, for everything; whoever has few results has counted them with that.
/// </summary>
/// <param name="reader">Runs its statements.</param>
/// <param name="filters">Parameters of the filters of a request.</param>
internal sealed class SqliteSearchPages(ISearchReader reader, Func<SearchRequest, List<Parameter>> filters)
{
    /// <summary>Results that are few.</summary>
    private const int Few = 300;

    private static readonly string[] MatchNames = ["@match0", "@match1", "@match2"];
    private static readonly string[] AfterNames = ["@after0", "@after1", "@after2"];

    public async Task<SearchResults> FindAsync(SearchQuery query, SearchRequest request, CancellationToken cancellationToken)
    {
        var statements = SqliteSearchStatements.For(request);
        if (request.After is { Tier: > 0 })
        {
            return Page(query, request, await HitsAsync(statements.Page, query, request, 0, 3, cancellationToken));
        }

        var names = await HitsAsync(statements.Names, query, request, 0, 1, cancellationToken);
        if (names.Count > request.First || request.NamesOnly)
        {
            return Page(query, request, names);
        }

        return request.After is null && await FewAsync(statements, query, request, names, cancellationToken) is { } few
            ? few
            : Page(query, request, await HitsAsync(statements.Page, query, request, 0, 3, cancellationToken));
    }

    /// <summary>The first page, if there are few results; null if there are many.</summary>
    private async Task<SearchResults?> FewAsync(
        SqliteSearchStatements statements, SearchQuery query, SearchRequest request, List<SearchHit> names, CancellationToken cancellationToken)
    {
        var parameters = filters(request);
        parameters.Add(new("@match", query.Expression));
        parameters.Add(new("@count", (long)Few + 1));
        var all = await reader.ReadAsync(statements.Few, parameters, row => row.GetInt64(0), cancellationToken);
        if (all.Count > Few)
        {
            return null;
        }

        var hits = new List<SearchHit>(names);
        if (all.Count > names.Count)
        {
            hits.AddRange(await HitsAsync(statements.Places, query, request, 1, 1, cancellationToken));
            var better = hits.Select(hit => hit.Position).ToHashSet();
            hits.AddRange(all.Where(position => !better.Contains(position)).Select(position => new SearchHit(position, 2)));
        }

        return Page(query, request, hits) with { Total = all.Count };
    }

    private static SearchResults Page(SearchQuery query, SearchRequest request, List<SearchHit> hits) =>
        new([.. hits.Take(request.First)], hits.Count > request.First, null, new SearchMatch(query, request));

    /// <summary>Results of some tiers, one more than the page has.</summary>
    private Task<List<SearchHit>> HitsAsync(
        string sql, SearchQuery query, SearchRequest request, int firstTier, int tiers, CancellationToken cancellationToken)
    {
        var parameters = filters(request);
        parameters.Add(new("@count", (long)request.First + 1));
        for (var tier = firstTier; tier < firstTier + tiers; tier++)
        {
            parameters.Add(new(MatchNames[tier], MatchOf(query, tier)));
            parameters.Add(new(AfterNames[tier], request.After is not { } after || tier > after.Tier ? -1 : tier == after.Tier ? after.Position : long.MaxValue));
        }

        return reader.ReadAsync(sql, parameters, row => new SearchHit(row.GetInt64(0), row.GetInt32(1)), cancellationToken);
    }

    private static string MatchOf(SearchQuery query, int tier)
    {
        var names = $"{{names}} : ({query.Expression})";
        var places = $"{{names places}} : ({query.Expression})";
        return tier switch
        {
            0 => names,
            1 => $"({places}) NOT ({names})",
            _ => $"({query.Expression}) NOT ({places})",
        };
    }
}
