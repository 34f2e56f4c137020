using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data;

/// <summary>
/// How many active centers or services of a territory offer each kind of support. Written as SQL: EF joins a list of its own row by APPLY alone,
/// which SQLite has not.
/// </summary>
internal static class SupportCounts
{
    private const string Centers =
        """FROM "TerritoryClosures" AS t JOIN "Centers" AS o ON o."TerritoryId" = t."DescendantId" """;

    private const string Services =
        """FROM "TerritoryClosures" AS t JOIN "Services" AS o ON o."TerritoryId" = t."DescendantId" """;

    private const string Select = """SELECT k.value AS "Kind", COUNT(DISTINCT o."Id") AS "Count" """;
    private const string Json = """CROSS JOIN json_each(o."SupportKinds") AS k """;
    private const string Array = """CROSS JOIN unnest(o."SupportKinds") AS k(value) """;
    private const string Active = """WHERE t."AncestorId" = {0} AND o."Status" = 'Active' GROUP BY k.value""";

    /// <summary>Active centers there and below by kind; a kind that nobody offers is missing.</summary>
    public static Task<Dictionary<SupportKind, int>> OfCentersAsync(DirectoryDb db, long territory, CancellationToken cancellationToken) => CountAsync(
        DatabaseProviders.IsSqlite(db)
            ? db.Database.SqlQueryRaw<KindCount>(Select + Centers + Json + Active, territory)
            : db.Database.SqlQueryRaw<KindCount>(Select + Centers + Array + Active, territory),
        cancellationToken);

    /// <summary>Active services there and below by kind; a kind that nobody offers is missing.</summary>
    public static Task<Dictionary<SupportKind, int>> OfServicesAsync(DirectoryDb db, long territory, CancellationToken cancellationToken) => CountAsync(
        DatabaseProviders.IsSqlite(db)
            ? db.Database.SqlQueryRaw<KindCount>(Select + Services + Json + Active, territory)
            : db.Database.SqlQueryRaw<KindCount>(Select + Services + Array + Active, territory),
        cancellationToken);

    private static async Task<Dictionary<SupportKind, int>> CountAsync(IQueryable<KindCount> counts, CancellationToken cancellationToken) =>
        (await counts.ToListAsync(cancellationToken)).ToDictionary(count => Enum.Parse<SupportKind>(count.Kind), count => (int)count.Count);

    private sealed record KindCount(string Kind, long Count);
}
