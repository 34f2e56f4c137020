using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Scheduling;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Running;

/// <summary>What happens to a source, written into its row: when it runs next, whether it is paused, and how it is doing.</summary>
internal sealed class SourceCare(SourceTimetable timetable, IOptions<ImportersOptions> options)
{
    /// <summary>A manifest was read; its schedule may be another than before.</summary>
    /// <param name="source">Its row, not yet brought up to date.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="schedule">Its schedule as the row writes it.</param>
    /// <param name="last">The newest run, if there is one.</param>
    /// <param name="now">The time.</param>
    public void Registered(Source source, FeedManifest manifest, string? schedule, ImportRun? last, DateTime now)
    {
        var isNew = source.Schedule != schedule || source.Enabled != manifest.Enabled;
        (source.Schedule, source.Enabled) = (schedule, manifest.Enabled);
        if (isNew || (source.NextRunAt is null && source.PausedAt is null))
        {
            source.NextRunAt = IsAtWork(source) ? timetable.First(manifest, last?.StartedAt, now) : null;
            source.StaleAt = SourceTimetable.StaleAt(manifest, source.LastSuccessAt ?? now);
        }

        Judge(source, manifest, last, now);
    }

    /// <summary>Its manifest is gone.</summary>
    public static void Abandoned(Source source)
    {
        (source.Enabled, source.NextRunAt) = (false, null);
        source.Health = SourceHealth.Of(SourceHealthState.Disabled, HealthMessages.NoManifest);
    }

    /// <summary>A run ended; its row says how.</summary>
    public void Ended(Source source, FeedManifest manifest, ImportRun run, FetchFailure? failure, DateTime now)
    {
        switch (run.Status)
        {
            case ImportRunStatus.Applied or ImportRunStatus.Unchanged:
                (source.LastSuccessAt, source.ConsecutiveFailures) = (now, 0);
                source.StaleAt = SourceTimetable.StaleAt(manifest, now);
                break;
            case ImportRunStatus.Failed:
                source.ConsecutiveFailures++;
                break;
        }

        if (failure is { IsGone: true })
        {
            Pause(source, HealthMessages.Gone, now);
        }

        source.NextRunAt = !IsAtWork(source) ? null
            : run.Status == ImportRunStatus.Failed && manifest.Schedule is not null ? timetable.AfterFailure(source.ConsecutiveFailures, failure?.RetryAfter, now)
            : timetable.Next(manifest, now);
        Judge(source, manifest, run, now);
    }

    /// <summary>
    /// A run ended that read something else than the source's own place. Records are in the directory if it went well; whether the
    /// publisher can be reached, and when he is asked next, it does not tell.
    /// </summary>
    public void EndedByHand(Source source, FeedManifest manifest, ImportRun run, DateTime now)
    {
        if (run.Status is ImportRunStatus.Applied or ImportRunStatus.Unchanged)
        {
            source.LastSuccessAt = now;
        }

        Judge(source, manifest, run, now);
    }

    /// <summary>The operator wants it to rest.</summary>
    public static void Paused(Source source, LocalizedText reason, DateTime now)
    {
        Pause(source, reason, now);
        source.Health = SourceHealth.Of(SourceHealthState.Paused, reason);
    }

    /// <summary>The operator wants it to go on; a turn that it missed meanwhile is due.</summary>
    public void Resumed(Source source, FeedManifest manifest, ImportRun? last, DateTime now)
    {
        (source.PausedAt, source.PauseReasonRu, source.PauseReasonEn, source.ConsecutiveFailures) = (null, null, null, 0);
        source.NextRunAt = IsAtWork(source) ? timetable.First(manifest, last?.StartedAt, now) : null;
        source.StaleAt = SourceTimetable.StaleAt(manifest, now);
        Judge(source, manifest, last, now);
    }

    /// <summary>How it is doing, worst news first.</summary>
    public void Judge(Source source, FeedManifest manifest, ImportRun? last, DateTime now)
    {
        var reason = last?.ReasonRu is null ? null : new LocalizedText(last.ReasonRu, last.ReasonEn ?? last.ReasonRu);
        // Without a schedule nobody tries again by himself: the first failure is news.
        var patience = manifest.Schedule is null ? 1 : options.Value.FailuresUntilFailing;
        source.Health = source switch
        {
            { Enabled: false } => SourceHealth.Of(SourceHealthState.Disabled, HealthMessages.NotEnabled),
            { PausedAt: not null } => SourceHealth.Of(
                SourceHealthState.Paused, new LocalizedText(source.PauseReasonRu ?? "", source.PauseReasonEn ?? source.PauseReasonRu ?? "")),
            _ when last?.Status == ImportRunStatus.Quarantined => SourceHealth.Of(SourceHealthState.Quarantined, HealthMessages.Waits(last.Id, reason)),
            _ when source.ConsecutiveFailures >= patience => SourceHealth.Of(
                SourceHealthState.Failing, HealthMessages.Failing(source.ConsecutiveFailures, reason)),
            _ when source.StaleAt <= now => SourceHealth.Of(SourceHealthState.Stale, HealthMessages.Stale),
            _ when last is null => SourceHealth.NeverRun,
            _ when source.ConsecutiveFailures > 0 && last.Status == ImportRunStatus.Failed => SourceHealth.Of(SourceHealthState.Ok, HealthMessages.FailedLately(reason)),
            _ when last.Status is ImportRunStatus.Applied or ImportRunStatus.Unchanged => SourceHealth.Of(SourceHealthState.Ok, HealthMessages.Well),
            _ => SourceHealth.Of(SourceHealthState.Ok, HealthMessages.LeftNothing(reason)),
        };
    }

    private static bool IsAtWork(Source source) => source is { Enabled: true, PausedAt: null };

    private static void Pause(Source source, LocalizedText reason, DateTime now)
    {
        (source.PausedAt, source.NextRunAt) = (now, null);
        (source.PauseReasonRu, source.PauseReasonEn) = (reason.Ru, reason.En);
    }
}
