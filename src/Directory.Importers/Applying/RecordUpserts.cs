using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>Brings the known records of the source to what the run staged, by statements over whole sets.</summary>
internal sealed class RecordUpserts(ImportSession session, long sourceId, DateTime now)
{
    // New records get their ids here, in the order of the file: nobody has to look them up again.
    private const string Insert =
        """
        INSERT INTO "SourceRecords" ("Id", "SourceId", "Kind", "ExternalId", "EntityId", "Hash", "Payload", "RecordUrl", "AsOf", "MissingRuns", "FirstSeenAt", "ChangedAt")
        SELECT @base + s."Id", @source, s."Kind", s."ExternalId", s."EntityId", s."Hash", p."Payload", s."RecordUrl", s."AsOf", 0, @now, @now
        FROM staged AS s CROSS JOIN staged_payloads AS p WHERE p."Id" = s."Id" AND s."Action" = 1 ORDER BY s."Id"
        """;

    // Those that are stated again stay where they are: most changes of a record are of something else.
    private const string ForgetReferences =
        """
        DELETE FROM "RecordReferences" WHERE "SourceRecordId" IN (SELECT "RecordId" FROM staged WHERE "Action" IN (2, 3))
        AND ("SourceRecordId", "Field", "TargetKey", "TargetKind") IN (
            SELECT r."SourceRecordId", r."Field", r."TargetKey", r."TargetKind" FROM staged AS s CROSS JOIN "RecordReferences" AS r
            WHERE s."Action" IN (2, 3) AND r."SourceRecordId" = s."RecordId"
            EXCEPT SELECT s."RecordId", f."Field", f."TargetKey", f."TargetKind" FROM staged_references AS f CROSS JOIN staged AS s
            WHERE s."Id" = f."StagedId" AND s."Action" IN (2, 3))
        """;

    private const string AddReferences =
        """
        INSERT INTO "RecordReferences" ("SourceRecordId", "Field", "TargetKind", "TargetKey")
        SELECT COALESCE(s."RecordId", @base + s."Id"), f."Field", f."TargetKind", f."TargetKey"
        FROM staged_references AS f CROSS JOIN staged AS s WHERE s."Id" = f."StagedId" AND s."Action" <> 0
        ON CONFLICT DO NOTHING
        """;

    private string Update =>
        $"""
        {session.Dialect.UpdateForGood} "SourceRecords" SET "Hash" = s."Hash", "Payload" = p."Payload", "RecordUrl" = s."RecordUrl", "AsOf" = s."AsOf",
            "MissingRuns" = 0, "RetiredAt" = NULL, "ChangedAt" = @now
        FROM staged AS s JOIN staged_payloads AS p ON p."Id" = s."Id" WHERE s."RecordId" = "SourceRecords"."Id" AND s."Action" IN (2, 3)
        """;

    private string Resume =>
        $"""{session.Dialect.UpdateForGood} "SourceRecords" SET "MissingRuns" = 0 WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE "IsOver")""";

    private string CountMissing =>
        $"""{session.Dialect.UpdateForGood} "SourceRecords" SET "MissingRuns" = "MissingRuns" + 1 WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE NOT "IsOver")""";

    private string Retire =>
        $"""
        {session.Dialect.UpdateForGood} "SourceRecords" SET "RetiredAt" = @now
        WHERE "Id" IN (SELECT "RecordId" FROM absences WHERE NOT "IsOver") AND "MissingRuns" > @grace
        """;

    /// <summary>Writes new, changed and returned records with their references.</summary>
    /// <returns>The last record that was there before.</returns>
    public async Task<long> WriteAsync(CancellationToken cancellationToken)
    {
        var last = await session.CountAsync("""SELECT MAX("Id") FROM "SourceRecords" """, cancellationToken);
        await session.ExecuteAsync(Insert, cancellationToken, ("@base", last), ("@source", sourceId), ("@now", now));
        await session.ExecuteAsync(Update, cancellationToken, ("@now", now));
        await session.ExecuteAsync(ForgetReferences, cancellationToken);
        await session.ExecuteAsync(AddReferences, cancellationToken, ("@base", last));
        return last;
    }

    /// <summary>Counts the absences of known records and retires those whose grace is over.</summary>
    public async Task CountAbsencesAsync(int graceRuns, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Resume, cancellationToken);
        await session.ExecuteAsync(CountMissing, cancellationToken);
        await session.ExecuteAsync(Retire, cancellationToken, ("@now", now), ("@grace", graceRuns));
    }
}
