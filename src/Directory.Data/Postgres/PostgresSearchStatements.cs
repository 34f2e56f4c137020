using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Postgres;

/// <summary>The statements of search on PostgreSQL.</summary>
/// <param name="byTerritory">Whether results are of a territory.</param>
/// <param name="bySupportKind">Whether they have one of some kinds of support.</param>
internal sealed class PostgresSearchStatements(bool byTerritory, bool bySupportKind) : SearchStatements(Words, byTerritory, bySupportKind)
{
    private static readonly string Type = $"""CAST((f."Position" >> {SearchPosition.TypeShift}) & 31 AS integer)""";

    private static readonly IndexWords Words = new(
        "f.\"Position\"", Type, $"((CAST(@types AS bigint) >> {Type}) & 1) = 1", """f."Terms" @@ CAST(@match AS tsquery)""", "JOIN");

    // Made last: the texts above are parts of these.
    private static readonly PostgresSearchStatements[] All =
        [new(false, false), new(true, false), new(false, true), new(true, true)];

    /// <summary>A page anywhere: what names have, then what places add, then texts; and in each row how many results there are.</summary>
    public string Page => field ??=
        $"""
        WITH found AS MATERIALIZED (
            SELECT f."Position" AS position,
                CASE WHEN f."Terms" @@ CAST(@names AS tsquery) THEN 0 WHEN f."Terms" @@ CAST(@places AS tsquery) THEN 1 ELSE 2 END AS tier
            FROM {From} WHERE {Words.Matches} AND {Where})
        SELECT position, tier, (SELECT COUNT(*) FROM found) FROM found WHERE (tier, position) > (@tier, @after) ORDER BY tier, position LIMIT @count
        """;

    /// <summary>Which of some terms the index has: whole ones, and beginnings. Each is one look into the index, so no list of words has to be kept.</summary>
    public static string Known { get; } =
        """
        SELECT w.value, 0 FROM json_array_elements_text(CAST(@whole AS json)) AS w(value)
        WHERE EXISTS (SELECT 1 FROM "SearchTerms" AS f WHERE f."Terms" @@ CAST('''' || w.value || '''' AS tsquery))
        UNION ALL
        SELECT w.value, 1 FROM json_array_elements_text(CAST(@begun AS json)) AS w(value)
        WHERE EXISTS (SELECT 1 FROM "SearchTerms" AS f WHERE f."Terms" @@ CAST('''' || w.value || ''':*' AS tsquery))
        """;

    public static PostgresSearchStatements For(SearchRequest request) => All[IndexOf(request)];
}
