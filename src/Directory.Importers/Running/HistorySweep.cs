using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Running;

/// <summary>Forgets what is too old or too much: runs, their issues, and archived bytes. What may still be asked for always stays.</summary>
internal sealed class HistorySweep(
    IDbContextFactory<DirectoryDb> databases, WriteGate gate, SnapshotStore snapshots, IOptions<ImportersOptions> options, TimeProvider clock)
{
    /// <summary>All of it, once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        using (var writing = await gate.BeginAsync(session, cancellationToken))
        {
            foreach (var sourceId in await session.Db.Sources.Select(source => source.Id).ToListAsync(cancellationToken))
            {
                await SweepAsync(session, sourceId, wanted, cancellationToken);
            }

            // A run that is going on has put bytes into the archive before it names them. None can begin while this transaction lasts.
            if (!await session.Db.ImportRuns.AnyAsync(run => run.Status == ImportRunStatus.Running, cancellationToken))
            {
                snapshots.Prune(wanted);
            }

            await session.CommitAsync(cancellationToken);
        }
    }

    private async Task SweepAsync(ImportSession session, long sourceId, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var runs = await session.Db.ImportRuns.AsNoTracking().Where(run => run.SourceId == sourceId)
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
            .Select(run => new PastRun(run.Id, run.Status, run.StartedAt, run.Revision != null)).ToListAsync(cancellationToken);
        var limits = options.Value;
        var lastGood = runs.FirstOrDefault(run => run.IsGood)?.Id;
        var newest = runs.FirstOrDefault()?.Id;
        var forgotten = runs.Where((run, index) => IsOver(run, index, limits.HistoryRuns, limits.HistoryAge)).Where(run => run.Id != lastGood && run.Id != newest).ToList();
        // Revisions name the run that made them, so such a run stays; nobody mends its issues any more.
        var issueless = forgotten.Where(run => run.HasRevision).Select(run => run.Id).ToList();
        // What was thrown away must be recognized for as long as the publisher offers it.
        var gone = forgotten.Where(run => !run.HasRevision && run.Status is not (ImportRunStatus.Discarded or ImportRunStatus.Running)).Select(run => run.Id).ToList();
        await session.Db.ImportIssues.Where(issue => issueless.Contains(issue.RunId)).ExecuteDeleteAsync(cancellationToken);
        await session.Db.ImportRuns.Where(run => gone.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);

        var kept = runs.Where((run, index) => !IsOver(run, index, limits.ArchiveRuns, limits.ArchiveAge)).Select(run => run.Id)
            .Append(lastGood ?? 0).Append(newest ?? 0).ToList();
        var hashes = await session.Db.RunInputs.Where(input => kept.Contains(input.RunId)).Select(input => input.Hash).ToListAsync(cancellationToken);
        wanted.UnionWith(hashes.Select(SnapshotStore.NameOf));
    }

    private bool IsOver(PastRun run, int index, int most, TimeSpan oldest) => index >= most || run.StartedAt < clock.GetUtcNow().UtcDateTime - oldest;

    private sealed record PastRun(long Id, ImportRunStatus Status, DateTime StartedAt, bool HasRevision)
    {
        public bool IsGood => Status is ImportRunStatus.Applied or ImportRunStatus.Unchanged;
    }
}
