using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Scheduling;
using CenterDirectory.Importers.Tests.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CenterDirectory.Importers.Tests.Scheduling;

public sealed class TurnsJobTests
{
    [Fact]
    public async Task A_job_that_is_running_is_not_started_once_more_at_every_look()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<SlowJob.Gate>().AddQuartz().BuildServiceProvider();
        var gate = services.GetRequiredService<SlowJob.Gate>();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
        var job = new JobKey("slow");
        await scheduler.AddJob(JobBuilder.Create<SlowJob>().WithIdentity(job).StoreDurably().Build(), cancellationToken: Cancel);
        await scheduler.Start(Cancel);

        await TurnsJob.BeginAsync(scheduler, job, Cancel);
        await gate.Entered.WaitAsync(Cancel);
        await TurnsJob.BeginAsync(scheduler, job, Cancel);
        await TurnsJob.BeginAsync(scheduler, job, Cancel);
        gate.Open.Release(3);
        while ((await scheduler.GetTriggersOfJob(job, Cancel)).Count > 0)
        {
            await Task.Delay(5, Cancel);
        }

        Assert.Equal(1, gate.Runs);
        await TurnsJob.BeginAsync(scheduler, job, Cancel);
        await gate.Entered.WaitAsync(Cancel);
        Assert.Equal(2, gate.Runs);
        await scheduler.Shutdown(waitForJobsToComplete: true, Cancel);
    }

    [Fact]
    public async Task A_sweep_that_failed_is_due_again_and_one_that_went_well_tomorrow()
    {
        await using var feed = await WebFeed.CreateAsync();
        var turns = new SourceTurns(feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Clock);
        var now = feed.Directory.Clock.GetUtcNow().UtcDateTime;

        Assert.True(turns.IsSweepDue(now));
        Assert.True(turns.IsSweepDue(now));
        turns.Swept(now);
        Assert.False(turns.IsSweepDue(now.AddHours(23)));
        Assert.True(turns.IsSweepDue(now.AddDays(1)));
    }

    [Fact]
    public async Task Looking_for_stale_sources_does_not_wait_for_an_import_that_writes()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        await using var session = await ImportSession.OpenAsync(feed.Directory.Databases, Cancel);
        using var writing = await feed.Directory.Gate.BeginAsync(session, Cancel);

        await new SourceTurns(feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Clock).NoteStaleAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(4), Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs until it is let go.</summary>
    [DisallowConcurrentExecution]
    internal sealed class SlowJob(SlowJob.Gate gate) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            gate.Runs++;
            gate.Entered.Release();
            await gate.Open.WaitAsync(cancellationToken);
        }

        internal sealed class Gate : IDisposable
        {
            public SemaphoreSlim Entered { get; } = new(0);

            public SemaphoreSlim Open { get; } = new(0);

            public int Runs { get; set; }

            public void Dispose()
            {
                Entered.Dispose();
                Open.Dispose();
            }
        }
    }
}
