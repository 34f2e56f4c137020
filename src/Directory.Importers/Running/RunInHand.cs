using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Running;

/// <summary>The run that is going on.</summary>
/// <param name="Manifest">Its source.</param>
/// <param name="Options">How it was asked for.</param>
/// <param name="Id">Id of its row.</param>
/// <param name="SourceId">Id of the source's row.</param>
internal sealed record RunInHand(FeedManifest Manifest, ImportOptions Options, long Id, long SourceId)
{
    /// <summary>What its row said when it was taken in hand: of a run that had waited for the operator, that.</summary>
    public ImportRunStatus Status { get; init; } = ImportRunStatus.Running;

    /// <summary>Whether its end says how the source is doing: not if the operator had it read another file, or bytes of another time.</summary>
    public bool SpeaksOfSource => Options.IsRegular || Status != ImportRunStatus.Running;
}

/// <summary>How a run ended, for the books.</summary>
/// <param name="Run">The run.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Release">What it read.</param>
internal sealed record RunEnd(RunInHand Run, ImportOutcome Outcome, Release Release);
