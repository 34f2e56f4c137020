using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>Whatever the sources said before and in whatever order they are imported, the directory holds what they say now.</summary>
public sealed class ConvergenceTests
{
    private const int Steps = 8;

    private static readonly string[] Kinds = ["Training", "Consulting", "Financial", "Informational"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 3)]
    [InlineData(8, null, 1)]
    public async Task History_leaves_no_trace(int seed, int? recordsInMemory = null, int? largeLoad = null)
    {
        var random = new Random(seed);
        var states = Enumerable.Range(0, Steps).Select(_ => State(random)).ToList();
        await using var wandering = await ScratchDirectory.CreateAsync();
        // Beyond what is kept in memory the database compares: both ways must plan the same.
        wandering.Pipeline.RecordsInMemory = recordsInMemory ?? wandering.Pipeline.RecordsInMemory;
        wandering.Pipeline.LargeLoad = largeLoad ?? wandering.Pipeline.LargeLoad;
        foreach (var state in states)
        {
            await ImportAsync(wandering, state, random);
        }

        await using var straight = await ScratchDirectory.CreateAsync();
        await ImportAsync(straight, states[^1], random);

        Assert.Equal(await straight.DumpAsync(withIds: false), await wandering.DumpAsync(withIds: false));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task The_changes_of_a_revision_name_the_entries_that_differ(int seed)
    {
        var random = new Random(seed);
        await using var directory = await ScratchDirectory.CreateAsync();
        var before = await EntriesAsync(directory);
        for (var step = 0; step < Steps; step++)
        {
            foreach (var (key, records) in State(random))
            {
                var outcome = await directory.ImportAsync(key, records);
                var after = await EntriesAsync(directory);
                var changes = await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == outcome.Revision)
                    .ToDictionaryAsync(change => (change.Type, change.EntityId), change => change.Kind));

                Assert.Equal(after.Keys.Except(before.Keys).Order(), Of(changes, ChangeKind.Created));
                Assert.Equal(before.Keys.Except(after.Keys).Order(), Of(changes, ChangeKind.Removed));
                var differing = before.Keys.Intersect(after.Keys).Where(entry => before[entry] != after[entry]);
                Assert.Empty(differing.Except(Of(changes, ChangeKind.Updated)));
                Assert.All(Of(changes, ChangeKind.Updated), entry => Assert.Contains(entry, after.Keys));
                before = after;
            }
        }
    }

    private static IEnumerable<(EntryType, long)> Of(Dictionary<(EntryType, long), ChangeKind> changes, ChangeKind kind) =>
        changes.Where(change => change.Value == kind).Select(change => change.Key).Order();

    /// <summary>What readers see of each entry.</summary>
    private static Task<Dictionary<(EntryType, long), string>> EntriesAsync(ScratchDirectory directory) => directory.AskAsync(async db =>
    {
        var entries = new Dictionary<(EntryType, long), string>();
        foreach (var row in await db.Territories.Select(row => new { row.Id, row.Slug, row.Name, row.Code, row.ParentId }).ToListAsync())
        {
            entries.Add((EntryType.Territory, row.Id), row.ToString()!);
        }

        foreach (var row in await db.Organizations.Select(row => new { row.Id, row.Slug, row.Name, row.ShortName, row.TerritoryText, row.TerritoryId }).ToListAsync())
        {
            entries.Add((EntryType.Organization, row.Id), row.ToString()!);
        }

        foreach (var row in await db.Centers.Select(row => new { row.Id, row.DisplayName, row.SupportKinds, row.TerritoryId, row.OperatorId, row.ParentId }).ToListAsync())
        {
            entries.Add((EntryType.Center, row.Id), $"{row} {string.Join(',', row.SupportKinds)}");
        }

        foreach (var row in await db.Services.Select(row => new { row.Id, row.CenterId, row.TerritoryId, row.Status }).ToListAsync())
        {
            entries.Add((EntryType.Service, row.Id), row.ToString()!);
        }

        foreach (var row in await db.Networks.Select(row => new { row.Id, row.Name, Members = row.Members.Count }).ToListAsync())
        {
            entries.Add((EntryType.Network, row.Id), row.ToString()!);
        }

        return entries;
    });

    private static async Task ImportAsync(ScratchDirectory directory, Dictionary<string, List<ImportRecord>> state, Random random)
    {
        var keys = state.Keys.ToArray();
        random.Shuffle(keys);
        foreach (var key in keys)
        {
            var records = state[key].ToArray();
            random.Shuffle(records);
            await directory.ImportAsync(ScratchDirectory.Manifest(key, priority: 50 + key.Length), records);
        }
    }

    /// <summary>Sources that refer to one another, each of whose records may or may not be there this time. Names, and so slugs, stay.</summary>
    private static Dictionary<string, List<ImportRecord>> State(Random random)
    {
        var region = random.Next(2) == 0 ? "Край 1 (Первый)" : "Край 1";
        var state = new Dictionary<string, List<ImportRecord>>
        {
            ["regions"] = [Invented.Record("Territory", "d", new { slug = "okrug", name = "Округ", kind = "FederalDistrict" })],
            ["registry"] = [],
            ["other-registry"] = [],
            ["centers"] = [],
        };
        for (var number = 1; number <= 4; number++)
        {
            var kinds = Kinds.Where(_ => random.Next(2) == 0).ToArray();
            var place = random.Next(3) switch { 0 => "1", 1 => $"край {number}", _ => region };
            state["regions"].Add(Invented.Record(
                "Territory", $"{number}", new { slug = $"kraj-{number}", name = number == 1 ? region : $"Край {number}", kind = "Region", code = $"{number}", parent = "Округ" }));
            state["registry"].Add(Invented.Organization($"{number}", $"Фонд {number}", place, slug: $"fond-{number}"));
            state["other-registry"].Add(Invented.Record(
                "Organization", $"x{number}", new { slug = $"fond-{number}", name = $"Тот же фонд {number}", shortName = "Фонд", territory = place }));
            state["centers"].Add(Invented.Record("Center", $"{number}", new { slug = $"center-{number}", territory = place, @operator = $"registry:{number}", parent = $"{number % 4 + 1}", supportKinds = kinds }));
            state["centers"].Add(Invented.Service($"{number}", $"Услуга {number}", $"{random.Next(1, 5)}", kinds, random.Next(2) == 0 ? "Active" : "Closed"));
            state["centers"].Add(Invented.Network($"{number}", $"Сеть {number}"));
            state["centers"].Add(Invented.Member($"{number}", $"{number}", $"{random.Next(1, 5)}"));
        }

        return state.ToDictionary(source => source.Key, source => source.Value.Where(_ => random.Next(4) > 0).ToList());
    }
}
