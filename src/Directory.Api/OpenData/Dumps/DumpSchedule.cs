using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Importers.Scheduling;
using Quartz;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Looks every twenty seconds whether a revision wants to be dumped, once what was due at the start is imported.</summary>
internal sealed class DumpSchedule(ISchedulerFactory schedulers, FirstImport first, DumpStore store, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.Ended.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested || !store.IsOn)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(stoppingToken);
        var job = JobBuilder.Create<DumpJob>().WithIdentity(nameof(DumpJob), nameof(DumpJob)).Build();
        var trigger = TriggerBuilder.Create(clock).WithIdentity(nameof(DumpJob), nameof(DumpJob))
            .WithSimpleSchedule(schedule => schedule.WithInterval(Look).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, stoppingToken);
    }
}

/// <summary>Writes the next dump, if one is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DumpJob(DumpPublisher publisher, SiteOrigin site) : IJob
{
    /// <summary>Once.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await publisher.PublishAsync(site.Lasting, cancellationToken);
}
