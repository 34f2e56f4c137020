using System.Globalization;

namespace CenterDirectory.Data.Search;

/// <summary>The statements of search on SQLite. The index gives its rows in the order of their positions, so a page ends after its last row.</summary>
/// <param name="byTerritory">Whether results are of a territory.</param>
/// <param name="bySupportKind">Whether they have one of some kinds of support.</param>
internal sealed class SqliteSearchStatements(bool byTerritory, bool bySupportKind) : SearchStatements(Words, byTerritory, bySupportKind)
{
    private static readonly string Type = $"""((f."rowid" >> {SearchPosition.TypeShift}) & 31)""";

    private static readonly IndexWords Words = new(
        "f.\"rowid\"", Type, $"((@types >> {Type}) & 1)", """f."SearchTerms" MATCH @match""", "CROSS JOIN");

    // Made last: the texts above are parts of these.
    private static readonly SqliteSearchStatements[] All =
        [new(false, false), new(true, false), new(false, true), new(true, true)];

    /// <summary>A page anywhere: what names have, then what places add, then texts. What a page does not need is not looked for.</summary>
    public string Page => field ??=
        $"""
        SELECT * FROM ({Names})
        UNION ALL
        SELECT * FROM ({Places})
        UNION ALL
        SELECT * FROM ({Tier(2)})
        LIMIT @count
        """;

    /// <summary>A page of what names have.</summary>
    public string Names => field ??= Tier(0);

    /// <summary>A page of what places add.</summary>
    public string Places => field ??= Tier(1);

    /// <summary>All results, wherever the words stand.</summary>
    public string Few => field ??=
        $"""
        SELECT f."rowid" FROM {From} WHERE {Words.Matches} AND {Where}
        ORDER BY f."rowid" LIMIT @count
        """;

    /// <summary>Which of some terms the index has: whole ones, and beginnings.</summary>
    public static string Known { get; } =
        """
        SELECT w.value, 0 FROM json_each(@whole) AS w WHERE EXISTS (SELECT 1 FROM "SearchVocabulary" AS v WHERE v.term = w.value)
        UNION ALL
        SELECT w.value, 1 FROM json_each(@begun) AS w
        WHERE EXISTS (SELECT 1 FROM "SearchVocabulary" AS v WHERE v.term >= w.value AND v.term <= w.value || char(1114111))
        """;

    public static SqliteSearchStatements For(SearchRequest request) => All[IndexOf(request)];

    private string Tier(int tier) => string.Create(CultureInfo.InvariantCulture,
        $"""
        SELECT f."rowid", {tier} FROM {From}
        WHERE f."SearchTerms" MATCH @match{tier} AND f."rowid" > @after{tier} AND {Where} ORDER BY f."rowid" LIMIT @count
        """);
}
