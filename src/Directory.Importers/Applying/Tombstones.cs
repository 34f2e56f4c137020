using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>What stays of entries that went: id, which no other entry ever gets, and slug.</summary>
internal sealed class Tombstones(ImportSession session, ApplyRun run)
{
    private readonly RowStatement insert = session.Prepare(
        """
        INSERT INTO "Tombstones" ("EntryType", "EntityId", "Slug", "RemovedAt", "RevisionNumber") VALUES (@type, @id, @slug, @now, @revision)
        """,
        "@type", "@id", "@slug", "@now", "@revision");

    public void Add(EntryType type, long id, string slug) => insert.Execute([type.ToString(), id, slug, run.Now, run.Revision]);

    /// <summary>Tells of the stones of joined entries which entry stands for them now; what was joined into one of those goes along.</summary>
    public Task ReplaceAsync(CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        UPDATE "Tombstones" SET "ReplacedById" = m."NewId" FROM moved AS m CROSS JOIN "SourceRecords" AS r
        WHERE r."Id" = m."RecordId" AND "Tombstones"."EntryType" = m."Kind" AND "Tombstones"."EntityId" IN (m."OldId", r."OwnEntityId") AND "Tombstones"."EntityId" <> m."NewId";
        UPDATE "Tombstones" SET "ReplacedById" = m."NewId" FROM moved AS m CROSS JOIN "Tombstones" AS old
        WHERE old."EntryType" = m."Kind" AND old."EntityId" = m."OldId" AND "Tombstones"."EntryType" = m."Kind" AND "Tombstones"."ReplacedById" = m."OldId";
        """,
        cancellationToken);

    /// <summary>Lifts the stones of entries that are back.</summary>
    public Task LiftAsync(CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        DELETE FROM "Tombstones" AS gone
        WHERE EXISTS (SELECT 1 FROM touched AS t WHERE t."Kind" = gone."EntryType" AND t."EntityId" = gone."EntityId")
            AND EXISTS (SELECT 1 FROM "SourceRecords" AS r WHERE r."Kind" = gone."EntryType" AND r."EntityId" = gone."EntityId" AND r."RetiredAt" IS NULL)
        """,
        cancellationToken);
}
