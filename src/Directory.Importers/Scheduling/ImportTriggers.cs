using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>
/// Gives each enabled source that has a schedule its job, and the job that looks whose turn it is its trigger. When a source runs next stands
/// in its row, so a pause, a longer wait after failures, or a command of another process needs no word to this one.
/// </summary>
internal sealed class ImportTriggers(FeedCatalog catalog, ISchedulerFactory schedulers, FirstImport first, TimeProvider clock) : IHostedService, IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var manifest in catalog.Manifests.Where(manifest => manifest is { Enabled: true, Schedule: not null }))
        {
            await scheduler.AddJob(Job(manifest), cancellationToken: cancellationToken);
        }

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
                .WithSimpleSchedule(schedule => schedule.WithInterval(Look).RepeatForever()).Build();
            await scheduler!.ScheduleJob(job, trigger, cancellationToken: stop.Token);
        }
    }

    private static IJobDetail Job(FeedManifest manifest) =>
        JobBuilder.Create<ImportJob>().WithIdentity(manifest.Key).WithDescription(manifest.Title).StoreDurably().Build();
}
