using CenterDirectory.Data;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// Merges entries anew where the rank of a source is another than that with which they were merged, because its manifest says another priority or it
/// states another day. Each such source is a revision of its own.
/// </summary>
internal sealed class SourceRanks(IDbContextFactory<DirectoryDb> databases, WriteGate gate, SourceCare care, TimeProvider clock)
{
    private const string SetDay = """UPDATE "Sources" SET "AsOf" = @day WHERE "Id" = @source AND "AsOf" IS DISTINCT FROM @day""";

    private const string HasRecords = """SELECT COUNT(*) FROM (SELECT 1 FROM "SourceRecords" WHERE "SourceId" = @source LIMIT 1) AS one""";

    private EntityTables? tables;

    /// <summary>Merges what has to be merged anew; nothing, most of the time.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A session each: staging tables belong to a session, and another process may write between two of them.
            await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
            using var writing = await gate.BeginAsync(session, cancellationToken);
            if (await NextAsync(session, cancellationToken) is not { } source)
            {
                return;
            }

            await ApplyAsync(session, source, cancellationToken);
            await session.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Notes the day that the newest release of a source states.</summary>
    public static Task NoteDayAsync(ImportSession session, long sourceId, DateOnly? day, CancellationToken cancellationToken) =>
        session.ExecuteAsync(SetDay, cancellationToken, ("@day", day), ("@source", sourceId));

    /// <summary>Whether the entries of a source were merged with another rank than it has now.</summary>
    public static async Task<bool> IsOutdatedAsync(ImportSession session, long sourceId, CancellationToken cancellationToken) =>
        (await MergedSources.LoadAsync(session, cancellationToken)).Outdated.Any(source => source.Id == sourceId)
        && await session.CountAsync(HasRecords, cancellationToken, ("@source", sourceId)) > 0;

    private static async Task<MergedSource?> NextAsync(ImportSession session, CancellationToken cancellationToken)
    {
        foreach (var source in (await MergedSources.LoadAsync(session, cancellationToken)).Outdated)
        {
            if (await session.CountAsync(HasRecords, cancellationToken, ("@source", source.Id)) > 0)
            {
                return source;
            }
        }

        return null;
    }

    private async Task ApplyAsync(ImportSession session, MergedSource source, CancellationToken cancellationToken)
    {
        await StagingTable.CreateAsync(session, cancellationToken);
        var ledger = new RunLedger(session, care, clock);
        var revision = await ledger.NextRevisionAsync(cancellationToken);
        var run = new ApplyRun(source.Id, source.Key, revision, ledger.Now(), GraceRuns: 0, new IssueSink(), Progress: null, DeferredIndexes.LargeLoad);
        var changes = await new PlanApplier(session, tables ??= new EntityTables(session.Db.Model), run).ApplyAsync(cancellationToken);
        if (changes > 0)
        {
            await ledger.AddRevisionAsync(revision, null, changes, run.Now, cancellationToken);
        }
    }
}
