using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>What a run would do to the records of its source.</summary>
/// <param name="Known">Records that the source held before and that were not retired.</param>
/// <param name="Added">Records that are new, or back after they were retired.</param>
/// <param name="Changed">Records with other contents.</param>
/// <param name="Unchanged">Records with the same contents.</param>
/// <param name="Missing">Known records that the run does not have.</param>
/// <param name="Retired">Those of the missing whose grace is over.</param>
/// <param name="Resumed">Records that were missing last time and are here again; nothing about them is news.</param>
internal sealed record ImportPlan(int Known, int Added, int Changed, int Unchanged, int Missing, int Retired, int Resumed)
{
    /// <summary>Whether applying the plan changes any record; a missing one within its grace is only counted.</summary>
    public bool HasNews => Added + Changed + Retired > 0;

    /// <summary>Whether absences have to be counted.</summary>
    public bool HasAbsences => Missing + Resumed > 0;
}

/// <summary>What the plan does with a staged record, as the staging table stores it.</summary>
internal enum StagedAction
{
    Unchanged = 0,
    Added = 1,
    Changed = 2,
    Returned = 3,
}

/// <summary>Compares what was staged with the known records of the source, by statements over whole sets.</summary>
internal sealed class ImportPlanner(ImportSession session, long sourceId, KnownRecords? inMemory)
{
    private const string HasRecords = """SELECT EXISTS (SELECT 1 FROM "SourceRecords" WHERE "SourceId" = @source)""";

    // Identity first, hash second: rows may come in any order. What is staged may be a hundredth of what is known, so it leads the way.
    private const string Compare =
        """
        UPDATE staged SET "RecordId" = known."RecordId", "EntityId" = known."EntityId",
            "Action" = CASE WHEN known."RetiredAt" IS NOT NULL THEN 3 WHEN known."Hash" <> staged."Hash" THEN 2 ELSE 0 END
        FROM (SELECT s."Id", r."Id" AS "RecordId", r."EntityId", r."RetiredAt", r."Hash" FROM staged AS s CROSS JOIN "SourceRecords" AS r
              WHERE r."SourceId" = @source AND r."Kind" = s."Kind" AND r."ExternalId" = s."ExternalId") AS known
        WHERE known."Id" = staged."Id"
        """;

    private const string CountActions = """SELECT "Action", COUNT(*) FROM staged GROUP BY "Action" """;

    private const string FindAbsences =
        """
        INSERT INTO absences ("RecordId", "IsOver")
        SELECT r."Id", s."Id" IS NOT NULL
        FROM "SourceRecords" AS r LEFT JOIN staged AS s ON s."Kind" = r."Kind" AND s."ExternalId" = r."ExternalId"
        WHERE r."SourceId" = @source AND r."RetiredAt" IS NULL AND (s."Id" IS NULL OR r."MissingRuns" > 0)
        """;

    private const string CountKnown = """SELECT COUNT(*) FROM "SourceRecords" WHERE "SourceId" = @source AND "RetiredAt" IS NULL""";

    private const string CountAbsences =
        """
        SELECT COUNT(CASE WHEN NOT a."IsOver" THEN 1 END), COUNT(CASE WHEN NOT a."IsOver" AND r."MissingRuns" >= @grace THEN 1 END), COUNT(CASE WHEN a."IsOver" THEN 1 END)
        FROM absences AS a CROSS JOIN "SourceRecords" AS r WHERE r."Id" = a."RecordId"
        """;

    /// <summary>Marks each staged record with its action and counts.</summary>
    public async Task<ImportPlan> PlanAsync(int graceRuns, CancellationToken cancellationToken)
    {
        session.BeginPrivate();
        if (await session.CountAsync(HasRecords, cancellationToken, ("@source", sourceId)) > 0)
        {
            await session.ExecuteAsync(Compare, cancellationToken, ("@source", sourceId));
        }

        var actions = await session.QueryAsync(
            CountActions, reader => (Action: (StagedAction)reader.GetInt32(0), Count: reader.GetInt32(1)), cancellationToken);
        var known = await FindAbsencesAsync(cancellationToken);
        var absences = await session.QueryAsync(
            CountAbsences, reader => (Missing: reader.GetInt32(0), Retired: reader.GetInt32(1), Resumed: reader.GetInt32(2)),
            cancellationToken, ("@grace", graceRuns));
        await session.CommitAsync(cancellationToken);
        var counts = actions.ToDictionary(pair => pair.Action, pair => pair.Count);
        return new ImportPlan(
            known,
            counts.GetValueOrDefault(StagedAction.Added) + counts.GetValueOrDefault(StagedAction.Returned),
            counts.GetValueOrDefault(StagedAction.Changed),
            counts.GetValueOrDefault(StagedAction.Unchanged) + (inMemory?.Unchanged ?? 0),
            absences[0].Missing,
            absences[0].Retired,
            absences[0].Resumed);
    }

    /// <returns>Number of records that the source held before.</returns>
    private async Task<int> FindAbsencesAsync(CancellationToken cancellationToken)
    {
        if (inMemory is null)
        {
            await session.ExecuteAsync(FindAbsences, cancellationToken, ("@source", sourceId));
            return (int)await session.CountAsync(CountKnown, cancellationToken, ("@source", sourceId));
        }

        using var absences = session.Write("absences", ["RecordId", "IsOver"]);
        inMemory.WriteAbsences(absences);
        return inMemory.Total;
    }
}
