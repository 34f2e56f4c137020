using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Provenance;

/// <summary>State of a source.</summary>
public sealed record SourceHealth
{
    /// <summary>Of a source that nobody has run yet.</summary>
    internal static SourceHealth NeverRun => Of(SourceHealthState.Ok, new LocalizedText("Ещё не запускался.", "It has not run yet."));

    /// <summary>State.</summary>
    public SourceHealthState State { get; init; }

    internal string MessageRu { get; init; } = "";

    internal string MessageEn { get; init; } = "";

    internal static SourceHealth Of(SourceHealthState state, LocalizedText message) =>
        new() { State = state, MessageRu = message.Ru, MessageEn = message.En };
}
