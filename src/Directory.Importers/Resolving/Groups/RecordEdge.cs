using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Groups;

/// <summary>Two records that are of one entity by what they state, or by what a person said.</summary>
/// <param name="A">Id of one.</param>
/// <param name="B">Id of the other.</param>
/// <param name="Score">How sure that is.</param>
/// <param name="Reasons">Why.</param>
internal readonly record struct RecordEdge(long A, long B, double Score, MatchReason Reasons)
{
    public bool IsJudged => (Reasons & MatchReason.Judged) != 0;

    /// <summary>It rests on the name alone.</summary>
    public bool IsByName => new MatchVerdict(MatchDecision.Same, Score, Reasons).IsByName;
}
