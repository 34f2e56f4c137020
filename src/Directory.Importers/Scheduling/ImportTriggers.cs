using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>
/// Gives each enabled source that has a schedule its job, and the job that looks whose turn it is its trigger. When a source runs next stands
/// in its row, so a pause, a longer wait after failures, or a command of another process needs no word to this one.
/// </summary>
internal sealed class ImportTriggers(
    FeedCatalog catalog, ISchedulerFactory schedulers, FirstImport first, IOptions<ScheduleOptions> options, TimeProvider clock)
    : IHostedService, IDisposable, IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await schedulers.GetScheduler(cancellationToken);
        var jobs = catalog.Manifests.Where(manifest => manifest is { Enabled: true, Schedule: not null }).Select(Job).ToList();
        foreach (var job in jobs)
        {
            await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        }

        await ForgetOthersAsync(scheduler, jobs, cancellationToken);

        // What is due at the start is imported there, one by one; turns begin after it.
        _ = BeginAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await stop.CancelAsync();

    public void Dispose() => stop.Dispose();

    /// <summary>A host that is thrown away without being stopped takes its scheduler along: jobs would look for services that are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!stop.IsCancellationRequested)
        {
            await stop.CancelAsync();
            await (scheduler?.Shutdown(waitForJobsToComplete: true, CancellationToken.None) ?? ValueTask.CompletedTask);
        }

        stop.Dispose();
    }

    private async Task BeginAsync()
    {
        await first.AllEnded.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested)
        {
            var job = JobBuilder.Create<TurnsJob>().WithIdentity(nameof(TurnsJob), nameof(TurnsJob)).Build();
            var trigger = TriggerBuilder.Create(clock).WithIdentity(nameof(TurnsJob), nameof(TurnsJob))
                .WithSimpleSchedule(schedule => schedule.WithInterval(options.Value.Look).RepeatForever()).Build();
            await scheduler!.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, stop.Token);
        }
    }

    /// <summary>A store that outlives the process also remembers sources whose manifest is gone, disabled or has no schedule any more.</summary>
    private static async Task ForgetOthersAsync(IScheduler scheduler, IReadOnlyCollection<IJobDetail> jobs, CancellationToken cancellationToken)
    {
        var kept = jobs.Select(job => job.Key).ToHashSet();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(JobKey.DefaultGroup), cancellationToken))
        {
            if (!kept.Contains(key))
            {
                await scheduler.DeleteJob(key, cancellationToken);
            }
        }
    }

    /// <summary>If the process dies in the middle, another one that shares the schedule does it once more.</summary>
    private static IJobDetail Job(FeedManifest manifest) =>
        JobBuilder.Create<ImportJob>().WithIdentity(manifest.Key).WithDescription(manifest.Title).StoreDurably().RequestRecovery().Build();
}
