using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Trials;

/// <summary>What the rules make of a labelled pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="IsJoined">Whether an import would join the two.</param>
/// <param name="Decision">What the rules say of them.</param>
/// <param name="Score">How sure they are.</param>
/// <param name="Reasons">Why.</param>
/// <param name="AreCompared">False if no key brings the two together, so that nobody compares them.</param>
public sealed record TriedPair(LabelledPair Pair, bool IsJoined, LocalizedText Decision, double Score, IReadOnlyList<LocalizedText> Reasons, bool AreCompared)
{
    /// <summary>Whether the rules say what the person says.</summary>
    public bool IsRight => IsJoined == Pair.IsSame;
}

/// <summary>Rules tried on labelled pairs.</summary>
/// <param name="Pairs">All of them.</param>
public sealed record TrialReport(IReadOnlyList<TriedPair> Pairs)
{
    /// <summary>Pairs that are joined.</summary>
    public int Joined => Pairs.Count(pair => pair.IsJoined);

    /// <summary>Pairs that ought to be.</summary>
    public int Same => Pairs.Count(pair => pair.Pair.IsSame);

    /// <summary>Which part of the joined pairs is the same indeed; 1 if none is joined.</summary>
    public double Precision => Joined == 0 ? 1 : (double)Right / Joined;

    /// <summary>Which part of the same pairs is joined; 1 if there are none.</summary>
    public double Recall => Same == 0 ? 1 : (double)Right / Same;

    private int Right => Pairs.Count(pair => pair.IsJoined && pair.Pair.IsSame);
}

/// <summary>Tries the rules that imports join by on pairs that people have judged: each pair as if its records were all there is.</summary>
public sealed class MatchTrial
{
    private readonly MatchRules rules;

    /// <param name="kind">Record kind.</param>
    public MatchTrial(string kind) => rules = RulesByKind.For(kind) ?? throw new ArgumentException($"Records of the kind {kind} are never joined.", nameof(kind));

    /// <summary>The kinds that are joined.</summary>
    public static IReadOnlyList<string> Kinds => RulesByKind.Kinds;

    /// <summary>Tries all pairs.</summary>
    public TrialReport Run(IEnumerable<LabelledPair> pairs) => new([.. pairs.Select(Try)]);

    private TriedPair Try(LabelledPair pair)
    {
        var (a, b) = (rules.Read(pair.A.Span), rules.Read(pair.B.Span));
        var verdict = rules.Compare(a, b);
        var areCompared = HaveKeyInCommon(Keys(a), Keys(b));
        var decision = verdict.Decision switch
        {
            MatchDecision.Same => new LocalizedText("один объект", "same"),
            MatchDecision.Doubtful => new LocalizedText("на проверку", "for review"),
            MatchDecision.Conflict => new LocalizedText("противоречие", "conflict"),
            _ => new LocalizedText("разные", "different"),
        };
        return new TriedPair(pair, verdict.Decision == MatchDecision.Same && areCompared, decision, verdict.Score, MatchReasons.Labels(verdict.Reasons), areCompared);
    }

    /// <summary>Names bring two together unless both have a good ОГРН.</summary>
    private static bool HaveKeyInCommon(HashSet<long> a, HashSet<long> b) => a.Overlaps(b) || a.Overlaps(b.Select(Other)) || b.Overlaps(a.Select(Other));

    private static long Other(long key) => MatchKey.SortOf(key) == MatchKeySort.Name ? MatchKey.AsSort(key, MatchKeySort.NumberedName) : key;

    private HashSet<long> Keys(MatchFacts facts)
    {
        var keys = new HashSet<long>();
        rules.AddKeys(facts, key => keys.Add(key));
        return keys;
    }
}
