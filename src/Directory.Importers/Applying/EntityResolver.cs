using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Resolving;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Which entity each record of a run speaks of: that of other records it is joined with, else that which it had, else a new one. Two rows
/// of one source are never one entity.
/// </summary>
internal sealed class EntityResolver
{
    private const string IsUnnumbered = """ "Kind" || '' = @kind AND "Action" = 1 AND "EntityId" IS NULL""";

    // By external id, not by row: the order of rows in the file leaves no trace in ids and slugs. Shorter ones first, so that 9 stands before 10.
    private const string InOrder = """ORDER BY length("ExternalId"), "ExternalId" """;

    private const string KindsOfAbsent =
        """SELECT DISTINCT r."Kind" FROM absences AS a CROSS JOIN "SourceRecords" AS r WHERE r."Id" = a."RecordId" """;

    private const string Number =
        $"""
        UPDATE staged SET "EntityId" = @base + numbered."Rank"
        FROM (SELECT "Id", ROW_NUMBER() OVER ({InOrder}) AS "Rank" FROM staged WHERE {IsUnnumbered}) AS numbered
        WHERE numbered."Id" = staged."Id"
        """;

    private const string UnnumberedByText = $"""SELECT "Id", length("ExternalId") FROM staged WHERE {IsUnnumbered} ORDER BY "ExternalId" """;

    private readonly ImportSession session;
    private readonly ApplyRun run;
    private readonly long lastRecordId;
    private readonly bool isStale;
    private readonly IReadOnlyDictionary<string, long> added;
    private readonly HashSet<string> kinds;
    private readonly List<FirstKeys> waiting;

    private EntityResolver(
        ImportSession session, ApplyRun run, long lastRecordId, bool isStale, IReadOnlyDictionary<string, long> added, HashSet<string> kinds, List<FirstKeys> waiting)
    {
        (this.session, this.run, this.lastRecordId, this.isStale, this.added, this.kinds, this.waiting) = (session, run, lastRecordId, isStale, added, kinds, waiting);
    }

    /// <summary>Begins; what rules of another version have left is made anew.</summary>
    /// <param name="session">The connection of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="added">How many records of a kind are new, for each kind of which any is new, changed or back.</param>
    /// <param name="waiting">Gets the keys that may wait until entities are written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<EntityResolver> OpenAsync(
        ImportSession session, ApplyRun run, IReadOnlyDictionary<string, long> added, List<FirstKeys> waiting, CancellationToken cancellationToken)
    {
        var last = await session.CountAsync("""SELECT MAX("Id") FROM "SourceRecords" """, cancellationToken);
        var isStale = await session.CountAsync("""SELECT MAX("Version") FROM "MatchStates" """, cancellationToken) != MatchRules.Version;
        if (isStale)
        {
            await session.ExecuteAsync(
                """
                DELETE FROM "MatchKeyPages"; DELETE FROM "MatchPairs"; DELETE FROM "MatchStates";
                INSERT INTO "MatchStates" ("Id", "Version") VALUES (1, @version);
                """,
                cancellationToken, ("@version", (long)MatchRules.Version));
        }

        var absent = await session.QueryAsync(KindsOfAbsent, reader => reader.GetString(0), cancellationToken);
        return new EntityResolver(session, run, last, isStale, added, [.. added.Keys, .. absent], waiting);
    }

    /// <summary>Gives each new record of a kind its entity, and others another one if they are joined or part.</summary>
    /// <returns>The last id that was taken before: ids beyond it are new entities.</returns>
    public async Task<long> ResolveAsync(EntityTable table, CancellationToken cancellationToken)
    {
        var before = await LastIdAsync(table, cancellationToken);
        var last = before;
        if (!isStale && run.Judged.Count == 0 && !kinds.Contains(table.Kind))
        {
            return before;
        }

        if (await FirstKeys.BeginAsync(session, run, table.Kind, added.GetValueOrDefault(table.Kind), lastRecordId, cancellationToken) is { } first)
        {
            waiting.Add(first);
        }
        else if (RulesByKind.Kinds.Contains(table.Kind))
        {
            last = await new RecordResolver(session, run, table.Kind).ResolveAsync(lastRecordId, before, isStale ? null : run.Judged, cancellationToken);
        }

        if (session.Dialect.IsRemote)
        {
            await session.ExecuteAsync(Number, cancellationToken, ("@base", last), ("@kind", table.Kind));
        }
        else
        {
            new StagedEntities(session).Write(Unnumbered(table.Kind).ConvertAll(id => (id, ++last)));
        }

        return before;
    }

    /// <summary>Staged records that are new entities, in the order in which they are numbered.</summary>
    private List<long> Unnumbered(string kind)
    {
        var byLength = new SortedDictionary<long, List<long>>();
        var rows = session.Rows(UnnumberedByText);
        rows.Set("@kind", kind);
        rows.Start();
        while (rows.Read())
        {
            var length = rows.Number(1);
            if (!byLength.TryGetValue(length, out var ids))
            {
                byLength.Add(length, ids = []);
            }

            ids.Add(rows.Number(0));
        }

        rows.End();
        return byLength.Count == 1 ? byLength.Values.First() : [.. byLength.Values.SelectMany(ids => ids)];
    }

    /// <summary>The last id that any entity of the kind has or had: one that was joined to another has neither row nor record, and gets its id back one day.</summary>
    private Task<long> LastIdAsync(EntityTable table, CancellationToken cancellationToken) => session.CountAsync(
        $"""
        SELECT MAX("Id") FROM (
            SELECT MAX("Id") AS "Id" FROM "{table.Name}"
            UNION ALL SELECT MAX("EntityId") FROM "SourceRecords" WHERE "Kind" = @kind
            UNION ALL {session.Dialect.LastId(table.Name)}) AS taken
        """,
        cancellationToken, ("@kind", table.Kind));
}
