using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Running.Ledger;

namespace CenterDirectory.Importers;

/// <summary>What the operator does with a run that an assertion has held back.</summary>
public sealed partial class ImportPipeline
{
    /// <summary>Applies the very release that was held back, whatever the assertions said of it.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="runId">The run that waits.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops it; the run then waits on.</param>
    public Task<ImportOutcome> ApplyAsync(
        FeedManifest manifest, long runId, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        ReviewAsync(manifest, runId, (session, run) => GuardAsync(session, run, async () =>
        {
            var parts = await new RunHistory(session).PartsAsync(manifest, runId, cancellationToken);
            var (fetched, known) = await GatherAsync(session, run, RunHistory.OrderOf(manifest, parts), knowing: null, cancellationToken);
            await using var release = fetched;
            var planned = await PrepareAsync(session, run, release, known, progress, cancellationToken);
            return planned.Outcome.Status == ImportRunStatus.Failed
                ? planned.Counted(planned.Outcome) with { RunId = runId }
                : await CommitAsync(session, run, planned.Overridden(), release, progress, cancellationToken);
        }), cancellationToken);

    /// <summary>Throws the release away that was held back; the same bytes are then not offered again.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="runId">The run that waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ImportOutcome> DiscardAsync(FeedManifest manifest, long runId, CancellationToken cancellationToken) =>
        ReviewAsync(manifest, runId, async (session, run) =>
        {
            using var writing = await gate.BeginAsync(session, cancellationToken);
            var ledger = new RunLedger(session, care, clock);
            var entered = await LedgerTables.Runs.GetAsync(session, runId, cancellationToken);
            var row = entered.Value;
            var source = await LedgerTables.Sources.GetAsync(session, row.SourceId, cancellationToken);
            row.Status = ImportRunStatus.Discarded;
            care.Judge(source.Value, manifest, row, ledger.Now());
            await LedgerTables.Runs.UpdateAsync(session, entered, cancellationToken);
            await LedgerTables.Sources.UpdateAsync(session, source, cancellationToken);
            await session.CommitAsync(cancellationToken);
            return new ImportOutcome
            {
                Source = manifest.Key, Status = ImportRunStatus.Discarded, RunId = runId,
                Read = row.Read, OutOfScope = row.OutOfScope, Warnings = row.Warnings, Errors = row.Errors,
            };
        }, cancellationToken);

    private async Task<ImportOutcome> ReviewAsync(
        FeedManifest manifest, long runId, Func<ImportSession, RunInHand, Task<ImportOutcome>> act, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        using var turn = locks.TryTake(session.Connection, manifest.Key);
        if (turn is null)
        {
            return Refused(manifest, runId, RunReasons.AlreadyRunning);
        }

        // Under the lock: what is the newest now stays the newest.
        var newest = await new RunHistory(session).NewestAsync(manifest.Key, cancellationToken);
        return newest is { Status: ImportRunStatus.Quarantined } && newest.Id == runId
            ? await act(session, new RunInHand(manifest, new ImportOptions { Replay = runId }, runId, newest.SourceId) { Status = newest.Status })
            : Refused(manifest, runId, RunReasons.NotWaiting(runId));
    }

    private static ImportOutcome Refused(FeedManifest manifest, long runId, LocalizedText reason) =>
        new() { Source = manifest.Key, Status = ImportRunStatus.Failed, RunId = runId, Reason = reason };
}
