using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>What stays of entries that went: id and slug, which no other entry ever gets.</summary>
internal sealed class Tombstones(ImportSession session, ApplyRun run)
{
    private readonly SqliteStatement insert = session.Prepare(
        """
        INSERT INTO "Tombstones" ("EntryType", "EntityId", "Slug", "RemovedAt", "RevisionNumber") VALUES (@type, @id, @slug, @now, @revision)
        """,
        "@type", "@id", "@slug", "@now", "@revision");

    public void Add(EntryType type, long id, string slug) => insert.Execute([type.ToString(), id, slug, run.Now, run.Revision]);

    /// <summary>Lifts the stones of entries that are back.</summary>
    public Task LiftAsync(CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        DELETE FROM "Tombstones" AS gone
        WHERE EXISTS (SELECT 1 FROM touched AS t WHERE t."Kind" = gone."EntryType" AND t."EntityId" = gone."EntityId")
            AND EXISTS (SELECT 1 FROM "SourceRecords" AS r WHERE r."Kind" = gone."EntryType" AND r."EntityId" = gone."EntityId" AND r."RetiredAt" IS NULL)
        """,
        cancellationToken);
}
