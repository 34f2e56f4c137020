using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Importers;

/// <summary>Gets the bytes of a source.</summary>
internal delegate Task<Release> FetchRelease(FeedManifest manifest, ReleaseOrder order, CancellationToken cancellationToken);

/// <summary>Opens the records of a release; rows that are known need not be read again.</summary>
internal delegate IRecordStream OpenRecords(FeedManifest manifest, Release release, IKnownRows? known);

/// <summary>
/// Runs a source from its bytes to a revision: fetch, read, stage, plan, assert, apply. Trouble with the data is an outcome, not an
/// exception; and whatever happens, the directory holds all of a run or nothing of it.
/// </summary>
public sealed partial class ImportPipeline
{
    /// <summary>How long a run that broke off waits for a server that is away, to write down its end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How many times as many records as there are fill the directory.</summary>
    private const int FillingShare = 100;

    private const string HasMoreRecords = """SELECT COUNT(*) FROM (SELECT 1 FROM "SourceRecords" LIMIT 1 OFFSET @count) AS one""";

    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly FetchRelease fetch;
    private readonly OpenRecords open;
    private readonly SourceLocks locks;
    private readonly WriteGate gate;
    private readonly SourceCare care;
    private readonly TimeProvider clock;
    private readonly ILogger<ImportPipeline> log;
    private Task<EntityTables>? tables;

    internal ImportPipeline(
        IDbContextFactory<DirectoryDb> databases, FetchRelease fetch, OpenRecords open, SourceLocks locks, WriteGate gate, SourceCare care,
        TimeProvider clock, ILogger<ImportPipeline> log)
    {
        (this.databases, this.fetch, this.open) = (databases, fetch, open);
        (this.locks, this.gate, this.care, this.clock, this.log) = (locks, gate, care, clock, log);
    }

    /// <summary>Records of a source that are compared in memory at most; beyond that the database compares them.</summary>
    internal int RecordsInMemory { get; set; } = KnownRecords.Limit;

    /// <summary>Added rows from which indexes are built behind them.</summary>
    internal int LargeLoad { get; set; } = DeferredIndexes.LargeLoad;

    /// <summary>Imports a source once.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="options">Dry run, another file, another time's bytes.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops the run, which then has failed and changed nothing.</param>
    public async Task<ImportOutcome> RunAsync(
        FeedManifest manifest, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        if (options.Replay is { } earlier && !await new RunHistory(session).CanReplayAsync(manifest, earlier, cancellationToken))
        {
            return new ImportOutcome { Source = manifest.Key, Status = ImportRunStatus.Failed, Reason = RunReasons.NotReplayable(earlier) };
        }

        if (options.DryRun)
        {
            return await RehearseAsync(session, manifest, options, progress, cancellationToken);
        }

        using var turn = locks.TryTake(session.Connection, manifest.Key);
        if (turn is null)
        {
            return new ImportOutcome { Source = manifest.Key, Status = ImportRunStatus.Failed, Reason = RunReasons.AlreadyRunning };
        }

        var knowing = options.Replay is null && FeedReleases.IsOnDisk(manifest, ReleaseOrder.Of(options))
            ? Task.Run(() => LoadKnownAsync(manifest, cancellationToken), cancellationToken)
            : null;
        var run = await StartAsync(session, manifest, options, cancellationToken);
        return await ImportMetrics.MeasureAsync(manifest.Key, run.Id, () => GuardAsync(session, run, async () =>
        {
            var order = await new RunHistory(session).OrderAsync(manifest, run.SourceId, options, cancellationToken);
            progress?.Report(new ImportProgress(ImportPhase.Fetching, 0));
            var (fetched, known) = await GatherAsync(session, run, order, knowing, cancellationToken);
            await using var release = fetched;
            var planned = await PrepareAsync(session, run, release, known, progress, cancellationToken);
            return await CommitAsync(session, run, planned, release, progress, cancellationToken);
        }));
    }

    private async Task<RunInHand> StartAsync(ImportSession session, FeedManifest manifest, ImportOptions options, CancellationToken cancellationToken)
    {
        using var writing = await gate.BeginAsync(session, cancellationToken);
        var run = await new RunLedger(session, care, clock).StartAsync(manifest, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return new RunInHand(manifest, options, run.Id, run.SourceId);
    }

    /// <summary>The bytes, and what the source said last: both take their time, and neither needs the other.</summary>
    private async Task<(Release Release, KnownRecords? Known)> GatherAsync(
        ImportSession session, RunInHand run, ReleaseOrder order, Task<KnownRecords?>? knowing, CancellationToken cancellationToken)
    {
        var fetching = fetch(run.Manifest, order, cancellationToken);
        try
        {
            // A publisher takes long to answer, and often there is nothing new to compare.
            var isToRead = FeedReleases.IsOnDisk(run.Manifest, order) || await fetching is { Failure: null, IsNotModified: false };
            var known = knowing is not null ? await knowing
                : isToRead ? await KnownRecords.LoadAsync(session, run.SourceId, RowMemory.SealOf(run.Manifest), RecordsInMemory, cancellationToken)
                : null;
            if (known is not null)
            {
                // Made beside the reading, and waited for where they are needed.
                known.FirstNews = () => _ = TablesAsync(session);
            }

            return (await fetching, known);
        }
        catch
        {
            await (await fetching).DisposeAsync();
            throw;
        }
    }

    /// <summary>What the source said last, read on a connection of its own while the run is entered into the books.</summary>
    private async Task<KnownRecords?> LoadKnownAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        var sourceId = await IdOfSourceAsync(session, manifest, cancellationToken);
        return await KnownRecords.LoadAsync(session, sourceId, RowMemory.SealOf(manifest), RecordsInMemory, cancellationToken);
    }

    /// <summary>Id of the source's row; 0 if it has none yet.</summary>
    private static Task<long> IdOfSourceAsync(ImportSession session, FeedManifest manifest, CancellationToken cancellationToken) =>
        session.CountAsync("""SELECT MAX("Id") FROM "Sources" WHERE "Key" = @key""", cancellationToken, ("@key", manifest.Key));

    private Task<EntityTables> TablesAsync(ImportSession session)
    {
        var model = session.Db.Model;
        return tables ??= Task.Run(() => new EntityTables(model));
    }

    /// <summary>Up to the point where something may be written; what need not be read is judged without reading.</summary>
    private async Task<PlannedRun> PrepareAsync(
        ImportSession session, RunInHand run, Release release, KnownRecords? known, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (release.Failure is { } failure)
        {
            return PlannedRun.WithoutReading(run.Manifest, ImportRunStatus.Failed, failure.Reason.Message, release.Remarks);
        }

        if (release.IsNotModified)
        {
            return PlannedRun.WithoutReading(run.Manifest, ImportRunStatus.Unchanged, null, release.Remarks);
        }

        var history = new RunHistory(session);
        var digest = run.Options.IsOwnPlace ? release.Digest(run.Manifest) : null;
        if (digest is not null && await history.FindDiscardedAsync(run.SourceId, digest, cancellationToken) is { } earlier)
        {
            return PlannedRun.WithoutReading(run.Manifest, ImportRunStatus.Unchanged, RunReasons.DiscardedBefore(earlier), release.Remarks);
        }

        var planned = await PlannedRun.PrepareAsync(
            session, run.Manifest, known, run.SourceId, open(run.Manifest, release, known), release, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), progress, cancellationToken);
        // What the operator has applied against an assertion is not held back by it again.
        return digest is not null && planned.Outcome.Status == ImportRunStatus.Quarantined && await history.IsInDirectoryAsync(run.SourceId, digest, cancellationToken)
            ? planned.Overridden()
            : planned;
    }

    /// <summary>All that a run changes, its own row included, in one transaction.</summary>
    private async Task<ImportOutcome> CommitAsync(
        ImportSession session, RunInHand run, PlannedRun planned, Release release, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var outcome = planned.Outcome;
        using var writing = await gate.BeginAsync(await IsFillingAsync(session, run, outcome, cancellationToken) ? session.BeginAloneAsync : session.BeginAsync, cancellationToken);
        var ledger = new RunLedger(session, care, clock);
        var manifest = run.Manifest;
        long? lastRecord = null;
        if (await IsToApplyAsync(session, run, outcome, release, cancellationToken))
        {
            var revision = await ledger.NextRevisionAsync(cancellationToken);
            var toApply = new ApplyRun(run.SourceId, manifest.Key, revision, ledger.Now(), manifest.GraceRuns, planned.Issues, planned.Measure(progress), LargeLoad);
            var applier = new PlanApplier(session, await TablesAsync(session), toApply);
            var changes = await applier.ApplyAsync(cancellationToken);
            // The same records at another rank need not make any difference: then there is nothing to follow.
            if (outcome.Status == ImportRunStatus.Applied || changes > 0)
            {
                await ledger.AddRevisionAsync(revision, run.Id, changes, toApply.Now, cancellationToken);
                outcome = outcome with { Status = ImportRunStatus.Applied, Revision = revision, EntriesChanged = changes };
            }

            lastRecord = applier.LastRecordBefore;
        }
        else if (outcome.Status == ImportRunStatus.Unchanged && planned.HasAbsences)
        {
            await new RecordUpserts(session, run.SourceId, ledger.Now()).CountAbsencesAsync(manifest.GraceRuns, cancellationToken);
        }

        if (planned.Known is { } known && (lastRecord is not null || (outcome is { Status: ImportRunStatus.Unchanged, Reason: null } && known.HasNewRows)))
        {
            await RowMemory.SaveAsync(session, run.SourceId, RowMemory.SealOf(manifest), known, lastRecord ?? 0, cancellationToken);
        }

        outcome = planned.Counted(outcome) with { RunId = run.Id };
        await ledger.FinishAsync(new RunEnd(run, outcome, release), cancellationToken);
        progress?.Report(new ImportProgress(ImportPhase.Committing, outcome.EntriesChanged));
        await session.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Whether it brings nearly all records that the directory will hold: there is next to nothing to read in it meanwhile.</summary>
    private async Task<bool> IsFillingAsync(ImportSession session, RunInHand run, ImportOutcome outcome, CancellationToken cancellationToken) =>
        run.Options.HasProcessAlone && outcome is { IsSuccess: true, Status: ImportRunStatus.Applied } && outcome.Added >= LargeLoad
        && await session.CountAsync(HasMoreRecords, cancellationToken, ("@count", outcome.Added / FillingShare)) == 0;

    /// <summary>Whether records have changed, or the same records now stand elsewhere among those of other sources.</summary>
    private static async Task<bool> IsToApplyAsync(
        ImportSession session, RunInHand run, ImportOutcome outcome, Release release, CancellationToken cancellationToken)
    {
        // A release that was thrown away says nothing of the records that stayed.
        if (!outcome.IsSuccess || outcome.Reason is not null)
        {
            return false;
        }

        await SourceRanks.NoteDayAsync(session, run.SourceId, release.AsOf, cancellationToken);
        if (outcome.Status == ImportRunStatus.Applied)
        {
            return true;
        }

        if (!await SourceRanks.IsOutdatedAsync(session, run.SourceId, cancellationToken))
        {
            return false;
        }

        await StagingTable.CreateAsync(session, cancellationToken);
        return true;
    }

    /// <summary>Turns what breaks a run into its end.</summary>
    private async Task<ImportOutcome> GuardAsync(ImportSession broken, RunInHand run, Func<Task<ImportOutcome>> act)
    {
        LocalizedText reason;
        try
        {
            return await act();
        }
        catch (OperationCanceledException)
        {
            reason = RunReasons.Cancelled;
        }
        catch (Exception problem)
        {
            LogBroken(log, problem, run.Manifest.Key, run.Id);
            reason = RunReasons.Broken(run.Id);
        }

        await broken.RollbackAsync();
        var outcome = new ImportOutcome { Source = run.Manifest.Key, Status = ImportRunStatus.Failed, RunId = run.Id, Reason = reason };
        if (run.Status != ImportRunStatus.Running)
        {
            return outcome;
        }

        // A session of its own: what the broken one believes to have saved is gone. And the run must end though it was cancelled.
        try
        {
            await using var session = await ImportSession.OpenAsync(databases, CancellationToken.None, Patience);
            using var writing = await gate.BeginAsync(session, CancellationToken.None);
            await new RunLedger(session, care, clock).FinishAsync(new RunEnd(run, outcome, Release.Nothing), CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }
        catch (DbException away) when (away.IsTransient)
        {
            // Nobody can write down now that it has failed; the next run of the source closes it.
            LogAway(log, away, run.Manifest.Key, run.Id);
        }

        return outcome;
    }

    private async Task<ImportOutcome> RehearseAsync(
        ImportSession session, FeedManifest manifest, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var sourceId = await IdOfSourceAsync(session, manifest, cancellationToken);
        var order = await new RunHistory(session).OrderAsync(manifest, sourceId, options, cancellationToken);
        var run = new RunInHand(manifest, options, 0, sourceId);
        var (fetched, known) = await GatherAsync(session, run, order, knowing: null, cancellationToken);
        await using var release = fetched;
        var planned = await PrepareAsync(session, run, release, known, progress, cancellationToken);
        var samples = planned.Outcome.Status == ImportRunStatus.Failed
            ? []
            : await new PlanSamples(session, manifest.GraceRuns).ReadAsync(cancellationToken);
        return planned.Counted(planned.Outcome with { IsDryRun = true, Samples = samples });
    }

    [LoggerMessage(LogLevel.Error, "The database is away; that run {Run} of source {Source} failed is not written down.")]
    private static partial void LogAway(ILogger log, Exception problem, string source, long run);

    [LoggerMessage(LogLevel.Error, "Run {Run} of source {Source} broke off; the data is untouched.")]
    private static partial void LogBroken(ILogger log, Exception problem, string source, long run);
}
