using CenterDirectory.Importers.Scheduling;
using Microsoft.Extensions.Options;
using Quartz;

namespace CenterDirectory.Api.Reminding;

/// <summary>Looks every ten minutes who is to be reminded, once what was due at the start is imported: a source may confirm what would be asked for.</summary>
internal sealed class ReminderSchedule(ISchedulerFactory schedulers, FirstImport first, IOptions<RemindersOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.Ended.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(stoppingToken);
        var job = JobBuilder.Create<ReminderJob>().WithIdentity(nameof(ReminderJob), nameof(ReminderJob)).Build();
        if (options.Value.EveryDays == 0)
        {
            // A store that outlives the process may remember it from before.
            await scheduler.DeleteJob(job.Key, stoppingToken);
            return;
        }

        var trigger = TriggerBuilder.Create(clock).WithIdentity(nameof(ReminderJob), nameof(ReminderJob))
            .WithSimpleSchedule(schedule => schedule.WithInterval(Look).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, stoppingToken);
    }
}

/// <summary>Decides who is to be reminded, and sends what is due.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ReminderJob(ReminderRound round, ReminderRun run, ILogger<ReminderJob> log) : IJob
{
    /// <summary>Once.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await round.RunAsync(cancellationToken) is > 0 and var reminded)
        {
            LogReminded(reminded);
        }

        context.Result = await run.RunAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Count} desks and centers are to be reminded of cards and projects that want a word from them.")]
    private partial void LogReminded(int count);
}
