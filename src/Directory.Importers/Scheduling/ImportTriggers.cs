using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Gives each enabled source that has a schedule its trigger.</summary>
internal sealed class ImportTriggers(FeedCatalog catalog, ISchedulerFactory schedulers, TimeProvider clock) : IHostedService
{
    /// <summary>What is due after downtime is derived from the last run, see <see cref="DueSources"/>: triggers need no memory.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var manifest in catalog.Manifests.Where(manifest => manifest.Enabled))
        {
            if (manifest.Schedule is { } schedule)
            {
                await scheduler.ScheduleJob(Job(manifest), Trigger(manifest, schedule), cancellationToken: cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IJobDetail Job(FeedManifest manifest) =>
        JobBuilder.Create<ImportJob>().WithIdentity(manifest.Key).WithDescription(manifest.Title).Build();

    private ITrigger Trigger(FeedManifest manifest, FeedSchedule schedule) =>
        TriggerBuilder.Create(clock)
            .WithIdentity(manifest.Key)
            .WithSchedule(CronScheduleBuilder.Create(schedule.Cron).InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone)))
            .Build();
}
