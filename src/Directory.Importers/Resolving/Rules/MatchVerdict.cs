namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What two records are to each other.</summary>
internal enum MatchDecision
{
    /// <summary>Of two entities.</summary>
    Different,

    /// <summary>Perhaps of one: for review.</summary>
    Doubtful,

    /// <summary>A number says one, the rest says two: for review, and an issue of the import.</summary>
    Conflict,

    /// <summary>Of one entity.</summary>
    Same,
}

/// <summary>A decision with what it rests on.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Score">How sure it is, 0 to 1; joins are made from the surest on.</param>
/// <param name="Reasons">Why.</param>
internal readonly record struct MatchVerdict(MatchDecision Decision, double Score, MatchReason Reasons)
{
    public static MatchVerdict Different => default;

    /// <summary>It rests on the name: another record of that name makes it doubtful.</summary>
    public bool IsByName => Decision == MatchDecision.Same
        && (Reasons & (MatchReason.OgrnEqual | MatchReason.InnEqual | MatchReason.Declared | MatchReason.NumberNear | MatchReason.Judged)) == 0;
}
