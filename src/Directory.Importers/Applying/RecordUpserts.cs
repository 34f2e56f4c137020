using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>Brings the known records of the source to what the run staged, by statements over whole sets.</summary>
internal sealed class RecordUpserts(ImportSession session, long sourceId, DateTime now)
{
    private const string Insert =
        """
        INSERT INTO "SourceRecords" ("SourceId", "Kind", "ExternalId", "EntityId", "Hash", "Payload", "RecordUrl", "MissingRuns", "FirstSeenAt", "ChangedAt")
        SELECT @source, "Kind", "ExternalId", "EntityId", "Hash", "Payload", "RecordUrl", 0, @now, @now
        FROM staged WHERE "Action" = 1 ORDER BY "Kind", "ExternalId"
        """;

    private const string Identify =
        """
        UPDATE staged SET "RecordId" = r."Id" FROM "SourceRecords" AS r
        WHERE staged."Action" = 1 AND r."SourceId" = @source AND r."Kind" = staged."Kind" AND r."ExternalId" = staged."ExternalId"
        """;

    private const string Update =
        """
        UPDATE "SourceRecords" SET "Hash" = s."Hash", "Payload" = s."Payload", "RecordUrl" = s."RecordUrl",
            "MissingRuns" = 0, "RetiredAt" = NULL, "ChangedAt" = @now
        FROM staged AS s WHERE s."RecordId" = "SourceRecords"."Id" AND s."Action" IN (2, 3)
        """;

    private const string ForgetReferences =
        """DELETE FROM "RecordReferences" WHERE "SourceRecordId" IN (SELECT "RecordId" FROM staged WHERE "Action" IN (2, 3))""";

    private const string AddReferences =
        """
        INSERT INTO "RecordReferences" ("SourceRecordId", "Field", "TargetKind", "TargetKey")
        SELECT DISTINCT s."RecordId", f."Field", f."TargetKind", f."TargetKey"
        FROM staged_references AS f JOIN staged AS s ON s."Id" = f."StagedId" WHERE s."Action" <> 0
        """;

    private const string Resume =
        """UPDATE "SourceRecords" SET "MissingRuns" = 0 WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE "IsOver")""";

    private const string CountMissing =
        """UPDATE "SourceRecords" SET "MissingRuns" = "MissingRuns" + 1 WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE NOT "IsOver")""";

    private const string Retire =
        """
        UPDATE "SourceRecords" SET "RetiredAt" = @now
        WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE NOT "IsOver") AND "MissingRuns" > @grace
        """;

    /// <summary>Writes new, changed and returned records with their references.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Insert, cancellationToken, ("@source", sourceId), ("@now", now));
        await session.ExecuteAsync(Identify, cancellationToken, ("@source", sourceId));
        await session.ExecuteAsync(Update, cancellationToken, ("@now", now));
        await session.ExecuteAsync(ForgetReferences, cancellationToken);
        await session.ExecuteAsync(AddReferences, cancellationToken);
    }

    /// <summary>Counts the absences of known records and retires those whose grace is over.</summary>
    public async Task CountAbsencesAsync(int graceRuns, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Resume, cancellationToken);
        await session.ExecuteAsync(CountMissing, cancellationToken);
        await session.ExecuteAsync(Retire, cancellationToken, ("@now", now), ("@grace", graceRuns));
    }
}
