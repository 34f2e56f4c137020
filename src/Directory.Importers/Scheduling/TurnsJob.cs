using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Occurrences;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Looks whose turn it is and starts their jobs; also notes who has become stale, and once a day forgets what is too old and moves the window of repeated events on.</summary>
[DisallowConcurrentExecution]
internal sealed class TurnsJob(IDbContextFactory<DirectoryDb> databases, SourceTurns turns, HistorySweep history, OccurrenceRolling occurrences, TimeProvider clock)
    : IJob
{
    /// <summary>Once.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            foreach (var key in await turns.DueAsync(db, cancellationToken))
            {
                await BeginAsync(context.Scheduler, new JobKey(key), cancellationToken);
            }
        }

        await turns.NoteStaleAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (turns.IsSweepDue(now))
        {
            await history.RunAsync(cancellationToken);
            await occurrences.RunAsync(cancellationToken);
            turns.Swept(now);
        }
    }

    /// <summary>A source stays due until its run has ended: who runs or waits already is not called once more at every look.</summary>
    internal static async Task BeginAsync(IScheduler scheduler, JobKey job, CancellationToken cancellationToken)
    {
        if (await scheduler.Exists(job, cancellationToken) && (await scheduler.GetTriggersOfJob(job, cancellationToken)).Count == 0)
        {
            await scheduler.TriggerJob(job, cancellationToken: cancellationToken);
        }
    }
}

/// <summary>Which sources' turn has come.</summary>
internal sealed class SourceTurns(IDbContextFactory<DirectoryDb> databases, WriteGate gate, TimeProvider clock)
{
    private DateOnly swept;

    /// <summary>Keys of the sources that are due; not paused, not disabled: those have no next run.</summary>
    public Task<List<string>> DueAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Sources.Where(source => source.NextRunAt <= now).OrderBy(source => source.NextRunAt).Select(source => source.Key).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a source is due: asked again when its job begins, since a job may have waited for an earlier one of the same source.</summary>
    public Task<bool> IsDueAsync(DirectoryDb db, string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Sources.AnyAsync(source => source.Key == key && source.NextRunAt <= now, cancellationToken);
    }

    /// <summary>Tells of sources whose success is too long ago; nobody runs then who would tell.</summary>
    public async Task NoteStaleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        var overdue = session.Db.Sources.Where(source => source.Health.State == SourceHealthState.Ok && source.StaleAt <= now);
        // Looked for without the lock: there is hardly ever one, and an import may hold the lock for minutes.
        if (!await overdue.AnyAsync(cancellationToken))
        {
            return;
        }

        using var writing = await gate.BeginAsync(session, cancellationToken);
        var stale = SourceHealth.Of(SourceHealthState.Stale, HealthMessages.Stale);
        await overdue.ExecuteUpdateAsync(
            source => source
                .SetProperty(row => row.Health.State, stale.State)
                .SetProperty(row => row.Health.MessageRu, stale.MessageRu)
                .SetProperty(row => row.Health.MessageEn, stale.MessageEn),
            cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    /// <summary>Whether nobody has tidied up today.</summary>
    public bool IsSweepDue(DateTime now) => swept != DateOnly.FromDateTime(now);

    /// <summary>That is done for today; who fails is tried again at the next look.</summary>
    public void Swept(DateTime now) => swept = DateOnly.FromDateTime(now);
}
