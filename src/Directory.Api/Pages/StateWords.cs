using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>How a run ended and how a source is doing, in a word or two: the same on pages and at the console.</summary>
internal static class StateWords
{
    /// <summary>How a run ended.</summary>
    public static LocalizedText Of(ImportRunStatus status) => status switch
    {
        ImportRunStatus.Running => new("идёт", "running"),
        ImportRunStatus.Unchanged => new("без изменений", "unchanged"),
        ImportRunStatus.Applied => new("применено", "applied"),
        ImportRunStatus.Quarantined => new("карантин", "quarantined"),
        ImportRunStatus.Discarded => new("отклонено", "discarded"),
        ImportRunStatus.Failed => new("не удалось", "failed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a word."),
    };

    /// <summary>How a source is doing.</summary>
    public static LocalizedText Of(SourceHealthState state) => state switch
    {
        SourceHealthState.Ok => new("в порядке", "well"),
        SourceHealthState.Stale => new("устарел", "stale"),
        SourceHealthState.Failing => new("не загружается", "failing"),
        SourceHealthState.Quarantined => new("ждёт решения", "waiting for a decision"),
        SourceHealthState.Paused => new("на паузе", "paused"),
        SourceHealthState.Disabled => new("не включён", "not switched on"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a word."),
    };

    /// <summary>Whether somebody should look after it.</summary>
    public static bool IsTrouble(SourceHealthState state) => state is SourceHealthState.Stale or SourceHealthState.Failing or SourceHealthState.Quarantined;
}
