using System.Globalization;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Postgres;

/// <summary>The statements of search on PostgreSQL: one text for each set of filters, made once.</summary>
/// <param name="byTerritory">Whether results are of a territory.</param>
/// <param name="bySupportKind">Whether they have one of some kinds of support.</param>
internal sealed class PostgresSearchStatements(bool byTerritory, bool bySupportKind) : ISearchCounts
{
    private const string There =
        """IN (SELECT "Id" FROM "Territories" WHERE "Code" = @territory OR "Iso" = @territory OR "Slug" = @territory OR "Oktmo" = @territory)""";

    private const string Matches = """f."Terms" @@ CAST(@match AS tsquery)""";

    private static readonly string Type = $"""CAST((f."Position" >> {SearchPosition.TypeShift}) & 31 AS integer)""";

    private static readonly string Entries = $"""JOIN "SearchEntries" AS e ON e."Key" = (f."Position" & {SearchPosition.KeyMask})""";

    /// <summary>Entries whose links lead to several territories.</summary>
    private static readonly string Linked = string.Concat(SearchedType.All.Where(type => type.Places is not null).Select(type => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         OR ({Type} = {(int)type.Type} AND EXISTS (
            SELECT 1 FROM "{type.Places!.Table}" AS l JOIN "TerritoryClosures" AS c ON c."DescendantId" = l."{type.Places.Target}"
            WHERE l."{type.Places.Owner}" = (f."Position" & {uint.MaxValue}) AND c."AncestorId" {There}))
        """)));

    // Made last: the texts above are parts of these.
    private static readonly PostgresSearchStatements[] All =
        [new(false, false), new(true, false), new(false, true), new(true, true)];

    /// <summary>A page anywhere: what names have, then what places add, then texts; and in each row how many results there are.</summary>
    public string Page { get; } =
        $"""
        WITH found AS MATERIALIZED (
            SELECT f."Position" AS position,
                CASE WHEN f."Terms" @@ CAST(@names AS tsquery) THEN 0 WHEN f."Terms" @@ CAST(@places AS tsquery) THEN 1 ELSE 2 END AS tier
            FROM {From(byTerritory || bySupportKind)} WHERE {Matches} AND {Where(byTerritory, bySupportKind)})
        SELECT position, tier, (SELECT COUNT(*) FROM found) FROM found WHERE (tier, position) > (@tier, @after) ORDER BY tier, position LIMIT @count
        """;

    public string Count { get; } =
        $"""
        SELECT COUNT(*) FROM {From(byTerritory || bySupportKind)} WHERE {Matches} AND {Where(byTerritory, bySupportKind)}
        """;

    public string CountByType { get; } =
        $"""
        SELECT {Type}, COUNT(*) FROM {From(byTerritory || bySupportKind)}
        WHERE {Matches} AND {Where(byTerritory, bySupportKind)} GROUP BY 1 ORDER BY 2 DESC, 1
        """;

    public string CountByRegion { get; } =
        $"""
        SELECT r."Id", SUM(n) FROM (
            SELECT e."TerritoryId" AS t, COUNT(*) AS n FROM {From(true)}
            WHERE {Matches} AND {Where(byTerritory, bySupportKind)} AND e."TerritoryId" IS NOT NULL GROUP BY 1) AS counted
        JOIN "TerritoryClosures" AS c ON c."DescendantId" = counted.t JOIN "Territories" AS r ON r."Id" = c."AncestorId" AND r."Kind" = 'Region'
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @first
        """;

    public string CountBySupportKind { get; } =
        $"""
        SELECT e."SupportKinds", COUNT(*) FROM {From(true)}
        WHERE {Matches} AND {Where(byTerritory, bySupportKind)} AND e."SupportKinds" <> 0 GROUP BY 1
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

    public static PostgresSearchStatements For(SearchRequest request) =>
        All[(request.Territory is null ? 0 : 1) + (request.SupportKinds is { Count: > 0 } ? 2 : 0)];

    private static string From(bool withEntries) => $"""
        "SearchTerms" AS f {(withEntries ? Entries : "")}
        """;

    private static string Where(bool byTerritory, bool bySupportKind)
    {
        var conditions = $"((CAST(@types AS bigint) >> {Type}) & 1) = 1";
        if (byTerritory)
        {
            conditions +=
                $"""
                 AND (EXISTS (SELECT 1 FROM "TerritoryClosures" AS c WHERE c."DescendantId" = e."TerritoryId" AND c."AncestorId" {There}){Linked})
                """;
        }

        return bySupportKind ? conditions + """ AND (e."SupportKinds" & @kinds) <> 0""" : conditions;
    }
}
