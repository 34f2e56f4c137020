using System.Globalization;

namespace CenterDirectory.Data.Search;

/// <summary>
/// The statements of search on SQLite: one text for each set of filters, made once. The index gives its rows in the order of their positions,
/// so a page ends after its last row.
/// </summary>
/// <param name="byTerritory">Whether results are of a territory.</param>
/// <param name="bySupportKind">Whether they have one of some kinds of support.</param>
internal sealed class SqliteSearchStatements(bool byTerritory, bool bySupportKind) : ISearchCounts
{
    private const string There =
        """IN (SELECT "Id" FROM "Territories" WHERE "Code" = @territory OR "Iso" = @territory OR "Slug" = @territory OR "Oktmo" = @territory)""";

    private static readonly string Type = $"""((f."rowid" >> {SearchPosition.TypeShift}) & 31)""";

    private static readonly string Entries = $"""CROSS JOIN "SearchEntries" AS e ON e."Key" = (f."rowid" & {SearchPosition.KeyMask})""";

    /// <summary>Entries whose links lead to several territories.</summary>
    private static readonly string Linked = string.Concat(SearchedType.All.Where(type => type.Places is not null).Select(type => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         OR ({Type} = {(int)type.Type} AND EXISTS (
            SELECT 1 FROM "{type.Places!.Table}" AS l JOIN "TerritoryClosures" AS c ON c."DescendantId" = l."{type.Places.Target}"
            WHERE l."{type.Places.Owner}" = (f."rowid" & {uint.MaxValue}) AND c."AncestorId" {There}))
        """)));

    // Made last: the texts above are parts of these.
    private static readonly SqliteSearchStatements[] All =
        [new(false, false), new(true, false), new(false, true), new(true, true)];

    /// <summary>A page anywhere: what names have, then what places add, then texts. What a page does not need is not looked for.</summary>
    public string Page { get; } =
        $"""
        SELECT * FROM ({Tier(0, byTerritory, bySupportKind)})
        UNION ALL
        SELECT * FROM ({Tier(1, byTerritory, bySupportKind)})
        UNION ALL
        SELECT * FROM ({Tier(2, byTerritory, bySupportKind)})
        LIMIT @count
        """;

    /// <summary>A page of what names have.</summary>
    public string Names { get; } = Tier(0, byTerritory, bySupportKind);

    /// <summary>A page of what places add.</summary>
    public string Places { get; } = Tier(1, byTerritory, bySupportKind);

    /// <summary>All results, wherever the words stand.</summary>
    public string Few { get; } =
        $"""
        SELECT f."rowid" FROM {From(byTerritory || bySupportKind)} WHERE f."SearchTerms" MATCH @match AND {Where(byTerritory, bySupportKind)}
        ORDER BY f."rowid" LIMIT @count
        """;

    public string Count { get; } =
        $"""
        SELECT COUNT(*) FROM {From(byTerritory || bySupportKind)} WHERE f."SearchTerms" MATCH @match AND {Where(byTerritory, bySupportKind)}
        """;

    public string CountByType { get; } =
        $"""
        SELECT {Type}, COUNT(*) FROM {From(byTerritory || bySupportKind)}
        WHERE f."SearchTerms" MATCH @match AND {Where(byTerritory, bySupportKind)} GROUP BY 1 ORDER BY 2 DESC, 1
        """;

    public string CountByRegion { get; } =
        $"""
        SELECT r."Id", SUM(n) FROM (
            SELECT e."TerritoryId" AS t, COUNT(*) AS n FROM {From(true)}
            WHERE f."SearchTerms" MATCH @match AND {Where(byTerritory, bySupportKind)} AND e."TerritoryId" IS NOT NULL GROUP BY 1) AS counted
        CROSS JOIN "TerritoryClosures" AS c ON c."DescendantId" = counted.t CROSS JOIN "Territories" AS r ON r."Id" = c."AncestorId" AND r."Kind" = 'Region'
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @first
        """;

    public string CountBySupportKind { get; } =
        $"""
        SELECT e."SupportKinds", COUNT(*) FROM {From(true)}
        WHERE f."SearchTerms" MATCH @match AND {Where(byTerritory, bySupportKind)} AND e."SupportKinds" <> 0 GROUP BY 1
        """;

    /// <summary>Which of some terms the index has: whole ones, and beginnings.</summary>
    public static string Known { get; } =
        """
        SELECT w.value, 0 FROM json_each(@whole) AS w WHERE EXISTS (SELECT 1 FROM "SearchVocabulary" AS v WHERE v.term = w.value)
        UNION ALL
        SELECT w.value, 1 FROM json_each(@begun) AS w
        WHERE EXISTS (SELECT 1 FROM "SearchVocabulary" AS v WHERE v.term >= w.value AND v.term <= w.value || char(1114111))
        """;

    public static SqliteSearchStatements For(SearchRequest request) =>
        All[(request.Territory is null ? 0 : 1) + (request.SupportKinds is { Count: > 0 } ? 2 : 0)];

    private static string Tier(int tier, bool byTerritory, bool bySupportKind) => string.Create(CultureInfo.InvariantCulture,
        $"""
        SELECT f."rowid", {tier} FROM {From(byTerritory || bySupportKind)}
        WHERE f."SearchTerms" MATCH @match{tier} AND f."rowid" > @after{tier} AND {Where(byTerritory, bySupportKind)} ORDER BY f."rowid" LIMIT @count
        """);

    private static string From(bool withEntries) => $"""
        "SearchTerms" AS f {(withEntries ? Entries : "")}
        """;

    private static string Where(bool byTerritory, bool bySupportKind)
    {
        var conditions = $"((@types >> {Type}) & 1)";
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
