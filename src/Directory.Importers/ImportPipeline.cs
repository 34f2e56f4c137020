using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Importers;

/// <summary>Opens the records of a manifest; of another file in place of its own, if one is given.</summary>
internal delegate IRecordStream OpenRecords(FeedManifest manifest, string? fromFile);

/// <summary>
/// Runs a source from its bytes to a revision: read, stage, plan, assert, apply. Trouble with the data is an outcome, not an
/// exception; and whatever happens, the directory holds all of a run or nothing of it.
/// </summary>
public sealed partial class ImportPipeline
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly OpenRecords open;
    private readonly SourceLocks locks;
    private readonly WriteGate gate;
    private readonly TimeProvider clock;
    private readonly ILogger<ImportPipeline> log;
    private EntityTables? tables;

    internal ImportPipeline(
        IDbContextFactory<DirectoryDb> databases, OpenRecords open, SourceLocks locks, WriteGate gate, TimeProvider clock,
        ILogger<ImportPipeline> log) =>
        (this.databases, this.open, this.locks, this.gate, this.clock, this.log) = (databases, open, locks, gate, clock, log);

    /// <summary>Imports a source once.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="options">Dry run, another file.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the run, which then has failed and changed nothing.</param>
    public async Task<ImportOutcome> RunAsync(
        FeedManifest manifest, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        if (options.DryRun)
        {
            return await RehearseAsync(session, manifest, options, progress, cancellationToken);
        }

        using var turn = locks.TryTake(session.Connection, manifest.Key);
        if (turn is null)
        {
            return new ImportOutcome { Source = manifest.Key, Status = ImportRunStatus.Failed, Reason = RunReasons.AlreadyRunning };
        }

        var (runId, sourceId) = await StartAsync(session, manifest, cancellationToken);
        try
        {
            // Before reading: a file that changes meanwhile is then imported again at the next start.
            var inputHash = options.FromFile is null ? await SourceRegistry.InputHashAsync(manifest, cancellationToken) : null;
            var planned = await PlannedRun.PrepareAsync(
                session, manifest, sourceId, open(manifest, options.FromFile), progress, cancellationToken);
            return await CommitAsync(session, manifest, runId, sourceId, planned, inputHash, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(session, manifest, runId, RunReasons.Cancelled);
        }
        catch (Exception problem)
        {
            LogBroken(log, problem, manifest.Key, runId);
            return await FailAsync(session, manifest, runId, RunReasons.Broken(runId));
        }
    }

    private async Task<(long RunId, long SourceId)> StartAsync(ImportSession session, FeedManifest manifest, CancellationToken cancellationToken)
    {
        using var writing = await gate.BeginAsync(session, cancellationToken);
        var run = await new RunLedger(session, clock).StartAsync(manifest, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return (run.Id, run.SourceId);
    }

    /// <summary>All that a run changes, its own row included, in one transaction.</summary>
    private async Task<ImportOutcome> CommitAsync(
        ImportSession session, FeedManifest manifest, long runId, long sourceId, PlannedRun planned, byte[]? inputHash,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var writing = await gate.BeginAsync(session, cancellationToken);
        var ledger = new RunLedger(session, clock);
        var outcome = planned.Outcome;
        if (outcome.Status == ImportRunStatus.Applied)
        {
            var revision = await ledger.NextRevisionAsync(cancellationToken);
            var run = new ApplyRun(sourceId, manifest.Key, revision, ledger.Now(), manifest.GraceRuns, planned.Issues, progress);
            var changes = await new PlanApplier(session, tables ??= new EntityTables(session.Db), run).ApplyAsync(cancellationToken);
            await ledger.AddRevisionAsync(revision, runId, changes, run.Now, cancellationToken);
            outcome = outcome with { Revision = revision, EntriesChanged = changes };
        }
        else if (outcome.Status == ImportRunStatus.Unchanged && planned.HasAbsences)
        {
            await new RecordUpserts(session, sourceId, ledger.Now()).CountAbsencesAsync(manifest.GraceRuns, cancellationToken);
        }

        outcome = planned.Counted(outcome) with { RunId = runId };
        await ledger.FinishAsync(runId, outcome, inputHash, cancellationToken);
        progress?.Report(new ImportProgress(ImportPhase.Committing, outcome.EntriesChanged));
        await session.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<ImportOutcome> FailAsync(ImportSession broken, FeedManifest manifest, long runId, LocalizedText reason)
    {
        await broken.RollbackAsync();
        var outcome = new ImportOutcome { Source = manifest.Key, Status = ImportRunStatus.Failed, RunId = runId, Reason = reason };
        // A session of its own: what the broken one believes to have saved is gone. And the run must end though it was cancelled.
        await using var session = await ImportSession.OpenAsync(databases, CancellationToken.None);
        using var writing = await gate.BeginAsync(session, CancellationToken.None);
        await new RunLedger(session, clock).FinishAsync(runId, outcome, inputHash: null, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        return outcome;
    }

    private async Task<ImportOutcome> RehearseAsync(
        ImportSession session, FeedManifest manifest, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var sourceId = await session.Db.Sources.Where(source => source.Key == manifest.Key).Select(source => source.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var planned = await PlannedRun.PrepareAsync(
            session, manifest, sourceId, open(manifest, options.FromFile), progress, cancellationToken);
        var samples = planned.Outcome.Status == ImportRunStatus.Failed ? [] : await new PlanSamples(session).ReadAsync(cancellationToken);
        return planned.Counted(planned.Outcome with { IsDryRun = true, Samples = samples });
    }

    [LoggerMessage(LogLevel.Error, "Run {Run} of source {Source} broke off; the data is untouched.")]
    private static partial void LogBroken(ILogger log, Exception problem, string source, long run);
}
