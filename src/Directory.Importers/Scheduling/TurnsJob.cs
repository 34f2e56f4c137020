using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Looks whose turn it is and starts their jobs; also notes who has become stale, and once a day forgets what is too old.</summary>
[DisallowConcurrentExecution]
internal sealed class TurnsJob(IDbContextFactory<DirectoryDb> databases, SourceTurns turns, HistorySweep history, TimeProvider clock) : IJob
{
    /// <summary>Once.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var key in await turns.DueAsync(db, cancellationToken))
        {
            var job = new JobKey(key);
            if (await context.Scheduler.Exists(job, cancellationToken))
            {
                await context.Scheduler.TriggerJob(job, cancellationToken: cancellationToken);
            }
        }

        await SourceTurns.NoteStaleAsync(db, now, cancellationToken);
        if (turns.IsNewDay(now))
        {
            await history.RunAsync(cancellationToken);
        }
    }
}

/// <summary>Which sources' turn has come.</summary>
internal sealed class SourceTurns(TimeProvider clock)
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
    public static Task<int> NoteStaleAsync(DirectoryDb db, DateTime now, CancellationToken cancellationToken)
    {
        var stale = SourceHealth.Of(SourceHealthState.Stale, HealthMessages.Stale);
        return db.Sources.Where(source => source.Health.State == SourceHealthState.Ok && source.StaleAt <= now)
            .ExecuteUpdateAsync(
                source => source
                    .SetProperty(row => row.Health.State, stale.State)
                    .SetProperty(row => row.Health.MessageRu, stale.MessageRu)
                    .SetProperty(row => row.Health.MessageEn, stale.MessageEn),
                cancellationToken);
    }

    /// <summary>True once a day.</summary>
    public bool IsNewDay(DateTime now)
    {
        var day = DateOnly.FromDateTime(now);
        var isNew = day != swept;
        swept = day;
        return isNew;
    }
}
