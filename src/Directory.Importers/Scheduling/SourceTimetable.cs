using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Options;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>When sources run: by their cron expression, a little later so that not all ask at once, and more and more rarely while they fail.</summary>
internal sealed class SourceTimetable(IOptions<ImportersOptions> options, Random random)
{
    /// <summary>However often a source fails and whatever its publisher asks for, it is tried this often.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>How long after its second turn a source that has not succeeded is stale.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(6);

    /// <summary>The turn after an instant; null without a schedule.</summary>
    public DateTime? Next(FeedManifest manifest, DateTime after) =>
        Turn(manifest.Schedule, after) is { } turn ? turn + (IsOnTheWeb(manifest) ? Share(options.Value.Jitter) : TimeSpan.Zero) : null;

    /// <summary>The turn that is due by an earlier run; at once if there was none.</summary>
    public DateTime? First(FeedManifest manifest, DateTime? lastRun, DateTime now) =>
        manifest.Schedule is null ? null : lastRun is { } last ? Next(manifest, last) : now;

    /// <summary>When to try again: twice as late with each failure, by a day at most, and not before the publisher wants.</summary>
    public DateTime AfterFailure(int failures, TimeSpan? retryAfter, DateTime now)
    {
        var doublings = Math.Min(failures - 1, 16);
        var pause = Min(options.Value.RetryAfterFailure * Math.Pow(2, doublings), LongestPause);
        // A fifth less at most: sources that failed together do not all come back together.
        var spread = pause - Share(pause / 5);
        var asked = Min(retryAfter ?? TimeSpan.Zero, LongestPause);
        return now + (asked > spread ? asked : spread);
    }

    /// <summary>When a source counts as stale that succeeds at an instant and then no more; null without a schedule.</summary>
    public static DateTime? StaleAt(FeedManifest manifest, DateTime since) =>
        Turn(manifest.Schedule, since) is { } first && Turn(manifest.Schedule, first) is { } second ? second + Slack : null;

    private static DateTime? Turn(FeedSchedule? schedule, DateTime after)
    {
        if (schedule is null)
        {
            return null;
        }

        var cron = new CronExpression(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone));
        return cron.GetNextValidTimeAfter(new DateTimeOffset(after, TimeSpan.Zero))?.UtcDateTime;
    }

    private static bool IsOnTheWeb(FeedManifest manifest) => manifest.Tables.Any(table => table.Source.File is null);

    private TimeSpan Share(TimeSpan span)
    {
        lock (random)
        {
            return TimeSpan.FromSeconds(Math.Floor(span.TotalSeconds * random.NextDouble()));
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
