using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>Wrong joins are rare, missed ones not many: measured on pairs that people have judged.</summary>
public sealed class LabelledPairsTests
{
    private readonly OrganizationRules rules = new();

    [Fact]
    public void Precision_and_recall_hold_on_the_labelled_pairs()
    {
        var pairs = LabelledPairs.Read();
        var joined = pairs.Where(pair => IsJoined(pair.A, pair.B)).ToList();
        var wrong = joined.Where(pair => !pair.IsSame).ToList();
        var missed = pairs.Where(pair => pair.IsSame).Except(joined).ToList();
        var right = joined.Count - wrong.Count;
        foreach (var pair in wrong)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"WRONG  {Why(pair)} {pair}");
        }

        foreach (var pair in missed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"MISSED {Why(pair)} {pair}");
        }

        var (precision, recall) = ((double)right / joined.Count, (double)right / (right + missed.Count));
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count} pairs: precision {precision:P1}, recall {recall:P1}");
        Assert.True(pairs.Count >= 200);
        Assert.True(precision >= 0.995, $"precision {precision:P1}");
        Assert.True(recall >= 0.95, $"recall {recall:P1}");
    }

    [Fact]
    public void Which_of_two_comes_first_does_not_matter()
    {
        Assert.All(LabelledPairs.Read(), pair => Assert.Equal(Verdict(pair.A, pair.B), Verdict(pair.B, pair.A)));
    }

    private string Why(LabelledPair pair)
    {
        var verdict = Verdict(pair.A, pair.B);
        return $"[{verdict.Decision} {verdict.Score:0.00} {verdict.Reasons}{(HaveKeyInCommon(pair.A, pair.B) ? "" : ", no key")}]";
    }

    private bool IsJoined(byte[] a, byte[] b) => Verdict(a, b).Decision == MatchDecision.Same && HaveKeyInCommon(a, b);

    private MatchVerdict Verdict(byte[] a, byte[] b) => rules.Compare(rules.Read(a), rules.Read(b));

    /// <summary>Whether the importer would look at the pair at all. Names bring two together unless both have a good ОГРН.</summary>
    private bool HaveKeyInCommon(byte[] a, byte[] b) => Keys(a).Overlaps(Keys(b)) || Keys(a).Overlaps(Keys(b).Select(Other)) || Keys(b).Overlaps(Keys(a).Select(Other));

    private static long Other(long key) => MatchKey.SortOf(key) == MatchKeySort.Name ? MatchKey.AsSort(key, MatchKeySort.NumberedName) : key;

    private HashSet<long> Keys(byte[] payload)
    {
        var keys = new HashSet<long>();
        rules.AddKeys(rules.Read(payload), key => keys.Add(key));
        return keys;
    }
}
