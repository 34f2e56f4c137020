using System.Globalization;
using System.Runtime.CompilerServices;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Trials;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>
/// Wrong joins are rare, missed ones not many: measured on pairs that people have judged. <c>MATCHING_PAIRS</c> names another file; the command
/// <c>matches check FILE</c> does the same without a build.
/// </summary>
public sealed class LabelledPairsTests
{
    private readonly OrganizationRules rules = new();

    public static TheoryData<string> Files()
    {
        var named = Environment.GetEnvironmentVariable("MATCHING_PAIRS");
        return named is null ? [.. Directory.GetFiles(Folder(), "organizations*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [named];
    }

    /// <summary>Pairs chosen to be hard: nothing may be joined wrongly, and nine of ten are found.</summary>
    public static TheoryData<string> HardFiles() =>
        [.. Directory.GetFiles(Folder(), "hard*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Precision_and_recall_hold_on_labelled_pairs(string file) => HoldAsync(file, recall: 0.95);

    [Theory]
    [MemberData(nameof(HardFiles))]
    public Task Precision_holds_on_hard_pairs(string file) => HoldAsync(file, recall: 0.9);

    private static async Task HoldAsync(string file, double recall)
    {
        var report = new MatchTrial(nameof(Organization)).Run(await ReadAsync(file));
        foreach (var pair in report.Pairs.Where(pair => !pair.IsRight))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{(pair.IsJoined ? "WRONG" : "MISSED")} [{pair.Decision.En} {pair.Score:0.00} "
                + $"{string.Join("; ", pair.Reasons.Select(reason => reason.En))}{(pair.AreCompared ? "" : ", not compared")}] {pair.Pair}");
        }

        var figures = string.Create(CultureInfo.InvariantCulture, $"{report.Pairs.Count} pairs: precision {report.Precision:P1}, recall {report.Recall:P1}");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(report.Precision >= 0.995 && report.Recall >= recall, figures);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Which_of_two_comes_first_does_not_matter(string file) =>
        Assert.All(await ReadAsync(file), pair => Assert.Equal(Verdict(pair.A, pair.B), Verdict(pair.B, pair.A)));

    private static Task<IReadOnlyList<LabelledPair>> ReadAsync(string file) =>
        PairFile.ReadAsync(Path.Combine(Folder(), file), TestContext.Current.CancellationToken);

    private MatchVerdict Verdict(ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b) => rules.Compare(rules.Read(a.Span), rules.Read(b.Span));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../Fixtures/matching");
}
