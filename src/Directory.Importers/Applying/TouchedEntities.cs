using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// The entities that a run has to merge anew: those of its changed records, and those whose records refer to a target that
/// appeared or went.
/// </summary>
internal sealed class TouchedEntities(ImportSession session)
{
    private const string OwnRecords =
        """
        INSERT INTO touched ("Kind", "EntityId") SELECT "Kind", "EntityId" FROM staged WHERE "Action" <> 0 ON CONFLICT DO NOTHING;
        INSERT INTO touched ("Kind", "EntityId")
        SELECT "Kind", "EntityId" FROM "SourceRecords"
        WHERE "Id" IN (SELECT "RecordId" FROM absences) AND "RetiredAt" = @now AND "EntityId" IS NOT NULL ON CONFLICT DO NOTHING;
        INSERT INTO touched ("Kind", "EntityId") SELECT "Kind", "OldId" FROM moved UNION SELECT "Kind", "NewId" FROM moved WHERE TRUE ON CONFLICT DO NOTHING;
        """;

    // A record of any source may now speak of another entity: whoever refers to it means that one.
    private const string DependantsOfMoved =
        """
        INSERT INTO touched ("Kind", "EntityId")
        SELECT r."Kind", r."EntityId"
        FROM (SELECT t."Kind", t."SourceId", t."ExternalId" AS "Key", t."SourceId" AS "Only" FROM moved AS m CROSS JOIN "SourceRecords" AS t WHERE t."Id" = m."RecordId"
              UNION ALL SELECT t."Kind", t."SourceId", s."Key" || ':' || t."ExternalId", NULL
              FROM moved AS m CROSS JOIN "SourceRecords" AS t CROSS JOIN "Sources" AS s WHERE t."Id" = m."RecordId" AND s."Id" = t."SourceId") AS target
        CROSS JOIN "RecordReferences" AS f CROSS JOIN "SourceRecords" AS r
        WHERE f."TargetKind" = target."Kind" AND f."TargetKey" = target."Key" AND r."Id" = f."SourceRecordId" AND r."RetiredAt" IS NULL AND r."EntityId" IS NOT NULL AND (target."Only" IS NULL OR r."SourceId" = target."Only")
        ON CONFLICT DO NOTHING
        """;

    // CROSS JOIN keeps the order of the tables: few records move, many may refer.
    private const string Dependants =
        """
        INSERT INTO touched ("Kind", "EntityId")
        SELECT r."Kind", r."EntityId"
        FROM (SELECT "Kind", "ExternalId" FROM staged WHERE "Action" IN (1, 3) AND @isTarget
              UNION ALL SELECT "Kind", "ExternalId" FROM "SourceRecords"
              WHERE "Id" IN (SELECT "RecordId" FROM absences) AND "RetiredAt" = @now) AS moved
        CROSS JOIN "RecordReferences" AS f CROSS JOIN "SourceRecords" AS r
        WHERE f."TargetKind" = moved."Kind" AND f."TargetKey" = @prefix || moved."ExternalId" AND r."Id" = f."SourceRecordId"
            AND r."RetiredAt" IS NULL AND r."EntityId" IS NOT NULL AND (@prefix <> '' OR r."SourceId" = @source)
        ON CONFLICT DO NOTHING
        """;

    private const string IsTarget = """SELECT EXISTS (SELECT 1 FROM "RecordReferences" WHERE "TargetKind" = @kind)""";

    private const string DependantsOfTerritory =
        """
        INSERT INTO touched ("Kind", "EntityId")
        SELECT r."Kind", r."EntityId" FROM "RecordReferences" AS f JOIN "SourceRecords" AS r ON r."Id" = f."SourceRecordId"
        WHERE f."TargetKind" = 'Territory' AND f."TargetKey" = @key AND r."RetiredAt" IS NULL AND r."EntityId" IS NOT NULL
        ON CONFLICT DO NOTHING
        """;

    private const string OfSource =
        """
        INSERT INTO touched ("Kind", "EntityId")
        SELECT r."Kind", r."EntityId" FROM "SourceRecords" AS r WHERE r."SourceId" = @source AND r."RetiredAt" IS NULL AND r."EntityId" IS NOT NULL

        """;

    private const string AndOfAnother =
        """
        AND EXISTS (
            SELECT 1 FROM "SourceRecords" AS other WHERE other."Kind" = r."Kind" AND other."EntityId" = r."EntityId" AND other."RetiredAt" IS NULL
                AND other."SourceId" <> @source)
        """;

    private const string CountRecords = """SELECT COUNT(*) FROM "SourceRecords" WHERE "SourceId" = @source""";

    private const string Seal = """UPDATE "Sources" SET "MergedAs" = @seal WHERE "Id" = @source""";

    private readonly Dictionary<string, RowReader> ofKinds = new(StringComparer.Ordinal);

    /// <summary>Starts with the run's own records and with what refers to them by id, in this source or from another.</summary>
    /// <param name="run">The run.</param>
    /// <param name="staged">Kinds of the records that are new, changed or back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CollectAsync(ApplyRun run, IEnumerable<string> staged, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            $"""CREATE TEMP TABLE touched ("Kind" TEXT NOT NULL, "EntityId" BIGINT NOT NULL, PRIMARY KEY ("Kind", "EntityId")) {session.Dialect.InKey}""", cancellationToken);
        await session.ExecuteAsync(OwnRecords, cancellationToken, ("@now", run.Now));
        var isTarget = false;
        foreach (var kind in staged)
        {
            isTarget = isTarget || await session.CountAsync(IsTarget, cancellationToken, ("@kind", kind)) > 0;
        }

        foreach (var prefix in new[] { "", run.SourceKey + ":" })
        {
            await session.ExecuteAsync(
                Dependants, cancellationToken, ("@source", run.SourceId), ("@now", run.Now), ("@prefix", prefix), ("@isTarget", isTarget));
        }

        await session.ExecuteAsync(DependantsOfMoved, cancellationToken);
        await session.AnalyzeAsync(cancellationToken, "touched");
    }

    /// <summary>
    /// Adds the entities of which a source speaks whose rank is another than that with which they were merged: those that it shares with other
    /// sources, and all of them if it has become live or ceased to be.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="seal">What it was merged with; null if it never was.</param>
    /// <param name="added">Records that the run has added: where they are all, everything is touched already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AddRerankedAsync(MergedSource source, string? seal, long added, CancellationToken cancellationToken)
    {
        if (seal == source.Seal)
        {
            return;
        }

        if (added < await session.CountAsync(CountRecords, cancellationToken, ("@source", source.Id)))
        {
            var isRankAlone = seal is not null && MergedSource.IsLiveIn(seal) == source.IsLive;
            await session.ExecuteAsync((isRankAlone ? OfSource + AndOfAnother : OfSource) + "\nON CONFLICT DO NOTHING", cancellationToken, ("@source", source.Id));
        }

        await session.ExecuteAsync(Seal, cancellationToken, ("@seal", source.Seal), ("@source", source.Id));
    }

    /// <summary>Adds what refers to a territory by one of these keys.</summary>
    public void AddDependantsOfTerritories(IEnumerable<string> keys)
    {
        var add = session.Prepare(DependantsOfTerritory, "@key");
        foreach (var key in keys)
        {
            add.Execute([key]);
        }
    }

    /// <summary>Adds the services of a center: they are offered where it is.</summary>
    public void AddServicesOf(IEnumerable<long> centers)
    {
        var add = session.Prepare(
            """INSERT INTO touched ("Kind", "EntityId") SELECT 'Service', "Id" FROM "Services" WHERE "CenterId" = @center ON CONFLICT DO NOTHING""",
            "@center");
        foreach (var center in centers)
        {
            add.Execute([center]);
        }
    }

    /// <summary>Whether there is any of a kind by now.</summary>
    public async Task<bool> HasAnyAsync(string kind, CancellationToken cancellationToken) =>
        await session.CountAsync("""SELECT EXISTS (SELECT 1 FROM touched WHERE "Kind" = @kind)""", cancellationToken, ("@kind", kind)) > 0;

    /// <summary>The next entities of a kind behind an id, in order of ids.</summary>
    public List<long> Next(string kind, long after, int count)
    {
        if (!ofKinds.TryGetValue(kind, out var rows))
        {
            rows = session.Rows("""SELECT "EntityId" FROM touched WHERE "Kind" = @kind AND "EntityId" > @a ORDER BY "EntityId" LIMIT @b""");
            rows.Set("@kind", kind);
            ofKinds.Add(kind, rows);
        }

        var ids = new List<long>(count);
        rows.Start(after, count);
        while (rows.Read())
        {
            ids.Add(rows.Number(0));
        }

        rows.End();
        return ids;
    }
}
