using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Keeps the closure of «lies in»: written anew when the tree of territories has changed, which is rare and takes one statement.</summary>
internal static class TerritoryPaths
{
    /// <summary>Deeper than any real tree; a circle of parents ends here instead of never.</summary>
    private const int MaxDepth = 20;

    private const string Rebuild =
        """
        DELETE FROM "TerritoryClosures";
        WITH RECURSIVE path("AncestorId", "DescendantId", "Depth") AS (
            SELECT "Id", "Id", 0 FROM "Territories"
            UNION
            SELECT t."ParentId", path."DescendantId", path."Depth" + 1
            FROM path JOIN "Territories" AS t ON t."Id" = path."AncestorId" WHERE t."ParentId" IS NOT NULL AND path."Depth" < @depth)
        INSERT INTO "TerritoryClosures" ("AncestorId", "DescendantId") SELECT DISTINCT "AncestorId", "DescendantId" FROM path;
        """;

    public static Task RebuildAsync(ImportSession session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Rebuild, cancellationToken, ("@depth", MaxDepth));
}
