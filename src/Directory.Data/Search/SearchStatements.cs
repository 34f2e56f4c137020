using System.Globalization;

namespace CenterDirectory.Data.Search;

/// <summary>
/// The statements of search that both databases have, and the conditions of its filters; what the index of either calls its columns is in
/// <see cref="IndexWords"/>. One text for each set of filters, made once. Parameters are those of the filters and <c>@match</c>.
/// </summary>
internal abstract class SearchStatements
{
    private const string There =
        """IN (SELECT "Id" FROM "Territories" WHERE "Code" = @territory OR "Iso" = @territory OR "Slug" = @territory OR "Oktmo" = @territory)""";

    private readonly IndexWords words;

    /// <param name="words">How the index is asked.</param>
    /// <param name="byTerritory">Whether results are of a territory.</param>
    /// <param name="bySupportKind">Whether they have one of some kinds of support.</param>
    protected SearchStatements(IndexWords words, bool byTerritory, bool bySupportKind)
    {
        this.words = words;
        Where = WhereOf(byTerritory, bySupportKind);
        From = FromOf(byTerritory || bySupportKind);
        Count =
            $"""
            SELECT COUNT(*) FROM {From} WHERE {words.Matches} AND {Where}
            """;
        CountByType =
            $"""
            SELECT {words.Type}, COUNT(*) FROM {From}
            WHERE {words.Matches} AND {Where} GROUP BY 1 ORDER BY 2 DESC, 1
            """;
        CountByRegion =
            $"""
            SELECT r."Id", SUM(n) FROM (
                SELECT e."TerritoryId" AS t, COUNT(*) AS n FROM {FromOf(withEntries: true)}
                WHERE {words.Matches} AND {Where} AND e."TerritoryId" IS NOT NULL GROUP BY 1) AS counted
            {words.Join} "TerritoryClosures" AS c ON c."DescendantId" = counted.t {words.Join} "Territories" AS r ON r."Id" = c."AncestorId" AND r."Kind" = 'Region'
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @first
            """;
        CountBySupportKind =
            $"""
            SELECT e."SupportKinds", COUNT(*) FROM {FromOf(withEntries: true)}
            WHERE {words.Matches} AND {Where} AND e."SupportKinds" <> 0 GROUP BY 1
            """;
    }

    /// <summary>How many results there are.</summary>
    public string Count { get; }

    /// <summary>How many of each type.</summary>
    public string CountByType { get; }

    /// <summary>How many in each region.</summary>
    public string CountByRegion { get; }

    /// <summary>How many with each set of kinds of support.</summary>
    public string CountBySupportKind { get; }

    /// <summary>The index, and the entries if a filter needs them.</summary>
    protected string From { get; }

    /// <summary>What the filters want.</summary>
    protected string Where { get; }

    /// <summary>Where the statements for a set of filters stand among those for all: without any, by territory, by kind of support, by both.</summary>
    protected static int IndexOf(SearchRequest request) => (request.Territory is null ? 0 : 1) + (request.SupportKinds is { Count: > 0 } ? 2 : 0);

    private string FromOf(bool withEntries) => $"""
        "SearchTerms" AS f {(withEntries ? $"""{words.Join} "SearchEntries" AS e ON e."Key" = ({words.Position} & {SearchPosition.KeyMask})""" : "")}
        """;

    private string WhereOf(bool byTerritory, bool bySupportKind)
    {
        var conditions = words.IsOfTypes;
        if (byTerritory)
        {
            conditions +=
                $"""
                 AND (EXISTS (SELECT 1 FROM "TerritoryClosures" AS c WHERE c."DescendantId" = e."TerritoryId" AND c."AncestorId" {There}){Linked()})
                """;
        }

        return bySupportKind ? conditions + """ AND (e."SupportKinds" & @kinds) <> 0""" : conditions;
    }

    /// <summary>Entries whose links lead to several territories.</summary>
    private string Linked() => string.Concat(SearchedType.All.Where(type => type.Places is not null).Select(type => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         OR ({words.Type} = {(int)type.Type} AND EXISTS (
            SELECT 1 FROM "{type.Places!.Table}" AS l JOIN "TerritoryClosures" AS c ON c."DescendantId" = l."{type.Places.Target}"
            WHERE l."{type.Places.Owner}" = ({words.Position} & {uint.MaxValue}) AND c."AncestorId" {There}))
        """)));
}

/// <summary>How the index of a database is asked.</summary>
/// <param name="Position">The place of a row among all results.</param>
/// <param name="Type">The type of its entry, out of the place.</param>
/// <param name="IsOfTypes">Whether that is one of those wanted.</param>
/// <param name="Matches">Whether the row has the words.</param>
/// <param name="Join">Joins what stands after it; where the planner would choose another order, in the order as written.</param>
internal sealed record IndexWords(string Position, string Type, string IsOfTypes, string Matches, string Join);
