using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Tests.Running;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>Which records are of one entity does not depend on the order in which they came.</summary>
public sealed class OrderTests
{
    private static readonly string[] Names = ["АНО «Дом»", "Автономная некоммерческая организация «Дом»", "Фонд «Дом»", "АНО «Дом у реки»", "АНО «Домик у реки»", "АНО «Дом у рекки»"];
    private static readonly string?[] Numbers = [null, null, "1025501246814", "1035507012342", "1025501246815"];
    private static readonly string?[] Places = [null, "55", "54"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Sources_in_any_order_and_by_any_detour_give_the_same_groups(int seed)
    {
        var random = new Random(seed);
        var last = State(random);
        await using var straight = await ScratchDirectory.CreateAsync();
        foreach (var (key, records) in last)
        {
            await straight.ImportAsync(key, records);
        }

        await using var wandering = await ScratchDirectory.CreateAsync();
        for (var detour = 0; detour < 3; detour++)
        {
            await ImportAsync(wandering, State(random), random);
        }

        await ImportAsync(wandering, last, random);

        var (expected, actual) = (await GroupsAsync(straight), await GroupsAsync(wandering));
        Assert.True(expected.SequenceEqual(actual), $"""
            straight: {string.Join(" | ", expected)}
            detours:  {string.Join(" | ", actual)}
            {string.Join('\n', last.SelectMany(source => source.Value.Select(record => $"{source.Key}:{record.ExternalId} {System.Text.Encoding.UTF8.GetString(record.Payload.Span)}")))}
            """);
    }

    [Fact]
    public void Groups_are_the_same_however_records_and_edges_are_listed()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                var nodes = Enumerable.Range(0, 8).Select(id => new RecordNode(id, $"s{random.Next(4)}", $"{id}", random.Next(3) == 0 ? $"{random.Next(3)}" : null)).ToArray();
                var edges = (from a in nodes from b in nodes where a.Id < b.Id && a.SourceKey != b.SourceKey && random.Next(3) > 0
                             select new RecordEdge(a.Id, b.Id, random.Next(84, 100) / 100.0, random.Next(2) == 0 ? MatchReason.NameEqual : MatchReason.OgrnEqual)).ToArray();
                var apart = edges.Where(_ => random.Next(8) == 0).Select(edge => (edge.A, edge.B)).ToHashSet();
                var expected = Text(Grouping.Decide(nodes, edges, apart));
                random.Shuffle(nodes);
                random.Shuffle(edges);
                return expected == Text(Grouping.Decide(nodes, [.. edges.Select(edge => random.Next(2) == 0 ? edge : edge with { A = edge.B, B = edge.A })], apart));
            }));
    }

    [Fact]
    public void No_group_has_two_records_of_a_source_or_two_numbers_or_what_was_told_apart()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                var nodes = Enumerable.Range(0, 8).Select(id => new RecordNode(id, $"s{random.Next(4)}", $"{id}", random.Next(3) == 0 ? $"{random.Next(3)}" : null)).ToList();
                var edges = (from a in nodes from b in nodes where a.Id < b.Id && random.Next(2) == 0 select new RecordEdge(a.Id, b.Id, 0.9, MatchReason.OgrnEqual)).ToList();
                var apart = edges.Where(_ => random.Next(5) == 0).Select(edge => (edge.A, edge.B)).ToHashSet();
                return Grouping.Decide(nodes, edges, apart).TrueForAll(group =>
                    group.Select(node => node.SourceKey).Distinct().Count() == group.Count
                    && group.Select(node => node.Number).OfType<string>().Distinct().Count() <= 1
                    && !apart.Any(pair => group.Exists(node => node.Id == pair.A) && group.Exists(node => node.Id == pair.B)));
            }));
    }

    private static string Text(List<List<RecordNode>> groups) =>
        string.Join(" | ", groups.Select(group => string.Join(',', group.Select(node => node.Id).Order())).Order(StringComparer.Ordinal));

    private static Dictionary<string, List<ImportRecord>> State(Random random) => Enumerable.Range(1, 4).ToDictionary(
        source => $"source-{source}",
        source => Enumerable.Range(1, random.Next(1, 5)).Select(row => Invented.Record("Organization", $"{row}", new
        {
            name = Names[random.Next(Names.Length)], ogrn = Numbers[random.Next(Numbers.Length)], territory = Places[random.Next(Places.Length)],
        })).ToList());

    private static async Task ImportAsync(ScratchDirectory directory, Dictionary<string, List<ImportRecord>> state, Random random)
    {
        var keys = state.Keys.ToArray();
        random.Shuffle(keys);
        foreach (var key in keys)
        {
            await directory.ImportAsync(key, state[key]);
        }
    }

    private static async Task<List<string>> GroupsAsync(ScratchDirectory directory)
    {
        var records = await directory.AskAsync(db => db.SourceRecords.Where(record => record.RetiredAt == null)
            .Select(record => new { record.EntityId, Name = record.Source.Key + ":" + record.ExternalId }).ToListAsync());
        return [.. records.GroupBy(record => record.EntityId)
            .Select(group => string.Join(' ', group.Select(record => record.Name).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
    }
}
