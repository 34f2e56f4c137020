using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

public sealed class ReferenceTests
{
    private static readonly ImportRecord[] Regions =
    [
        Invented.Territory("r-16", "Республика Татарстан", "16", parent: "Приволжский федеральный округ"),
        Invented.Territory("d", "Приволжский федеральный округ", kind: "FederalDistrict"),
        Invented.Territory("r-86", "Ханты-Мансийский автономный округ — Югра", "86"),
        Invented.Territory("r-14", "Республика Саха (Якутия)", "14"),
    ];

    [Theory]
    [InlineData("16", "16")]
    [InlineData("республика татарстан", "16")]
    [InlineData("Республика Татарстан (Татарстан)", "16")]
    [InlineData("Ханты-Мансийский автономный округ – Югра", "86")]
    [InlineData("Ханты-Мансийский автономный округ", "86")]
    [InlineData("Республика Саха (Якутия)", "14")]
    [InlineData("Республика  Саха", "14")]
    [InlineData("respublika-saha-yakutiya", "14")]
    [InlineData("Министерство юстиции", null)]
    public async Task A_territory_is_found_by_its_codes_and_the_usual_forms_of_its_name(string key, string? code)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("regions", Regions);

        var outcome = await directory.ImportAsync("registry", Invented.Organization("1", "Организация", key));

        var organization = await directory.AskAsync(db => db.Organizations.Include(organization => organization.Territory).SingleAsync());
        Assert.Equal(code, organization.Territory?.Code);
        Assert.Equal(code is null ? key : null, organization.TerritoryText);
        Assert.Equal(code is null ? 1 : 0, outcome.Issues.Count(issue => issue is { Code: "reference-unresolved", Field: "territory", Row: 2 }));
    }

    [Fact]
    public async Task A_name_that_two_territories_share_stays_a_text()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("towns", Invented.Territory("1", "Радужный"), Invented.Territory("2", "Радужный"));

        await directory.ImportAsync("centers", Invented.Center("1", territory: "Радужный"));

        var center = await directory.AskAsync(db => db.Centers.SingleAsync());
        Assert.Equal((null, "Радужный", "Ресурсный центр (Радужный)"), (center.TerritoryId, center.TerritoryText, center.DisplayName));
    }

    [Fact]
    public async Task Dependants_are_merged_anew_when_the_territory_appears_is_renamed_and_goes()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("1", territory: "66"), Invented.Service("s", "Услуга", "1", ["Training"]));
        Assert.Equal("Ресурсный центр (66)", await DisplayName(directory));

        var appeared = await directory.ImportAsync("regions", Invented.Territory("r", "Свердловская область", "66"));
        Assert.Equal("Ресурсный центр (Свердловская область)", await DisplayName(directory));
        Assert.Equal(
            ["Center displayName,territory,territoryText,quality", "Service territory", "Territory "], await Changes(directory, appeared.Revision));
        Assert.NotNull((await directory.AskAsync(db => db.Services.SingleAsync())).TerritoryId);

        var renamed = await directory.ImportAsync("regions", Invented.Territory("r", "Уральская область", "66"));
        Assert.Equal("Ресурсный центр (Уральская область)", await DisplayName(directory));
        Assert.Equal(["Center displayName", "Territory displayName,name,slug"], await Changes(directory, renamed.Revision));

        await directory.ImportAsync("regions");
        Assert.Equal("Ресурсный центр (66)", await DisplayName(directory));
        Assert.Null((await directory.AskAsync(db => db.Services.SingleAsync())).TerritoryId);
    }

    [Fact]
    public async Task The_closure_follows_the_tree()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("regions", Regions);

        Assert.Equal(5, await directory.AskAsync(db => db.TerritoryClosures.CountAsync()));
        await directory.ImportAsync("centers", Invented.Center("1", "Центр", "16"));
        Assert.Equal(
            ["Центр"],
            await directory.AskAsync(db => db.TerritoryClosures.Where(pair => pair.Ancestor.Name == "Приволжский федеральный округ")
                .SelectMany(pair => pair.Descendant.Centers).Select(center => center.Name).ToListAsync()));

        await directory.ImportAsync("regions", Regions.Where(region => region.ExternalId != "d"));
        Assert.Equal(3, await directory.AskAsync(db => db.TerritoryClosures.CountAsync()));
    }

    [Fact]
    public async Task Files_and_rows_may_come_in_any_order()
    {
        ImportRecord[] centers =
        [
            Invented.Service("s", "Консультация", "c", ["Consulting"]), Invented.Center("c", territory: "Республика Саха", supportKinds: ["Training"]),
            Invented.Member("m", "net:n", "c"), Invented.Record("Center", "b", new { name = "Филиал", parent = "c", @operator = "registry:o" }),
        ];
        (string Key, ImportRecord[] Records)[] files =
        [
            ("regions", Regions), ("centers", centers), ("net", [Invented.Network("n", "Сеть")]), ("registry", [Invented.Organization("o", "Фонд", "16")]),
        ];
        var expected = "";
        foreach (var order in new[] { new[] { 0, 1, 2, 3 }, [3, 2, 1, 0], [1, 0, 3, 2], [2, 1, 3, 0] })
        {
            await using var directory = await ScratchDirectory.CreateAsync();
            foreach (var file in order)
            {
                await directory.ImportAsync(files[file].Key, file % 2 == 0 ? files[file].Records : files[file].Records.Reverse());
            }

            var dump = await directory.DumpAsync(withIds: false);
            expected = expected.Length == 0 ? dump : expected;
            Assert.Equal(expected, dump);
        }

        expected.MatchSnapshot();
    }

    [Fact]
    public async Task A_link_without_its_target_waits_and_says_so()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        var outcome = await directory.ImportAsync("net", Invented.Network("n", "Сеть"), Invented.Member("m", "n", "centers:1"));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal(["center"], outcome.Issues.Where(issue => issue.Code == "reference-unresolved").Select(issue => issue.Field));
        Assert.False(await directory.AskAsync(db => db.NetworkMembers.AnyAsync()));

        var arrived = await directory.ImportAsync("centers", Invented.Center("1", "Центр"));

        Assert.True(await directory.AskAsync(db => db.NetworkMembers.AnyAsync()));
        Assert.Equal(["Center ", "Network members"], await Changes(directory, arrived.Revision));
    }

    private static Task<string> DisplayName(ScratchDirectory directory) =>
        directory.AskAsync(db => db.Centers.Select(center => center.DisplayName).SingleAsync());

    private static async Task<List<string>> Changes(ScratchDirectory directory, long? revision)
    {
        var changes = await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == revision).ToListAsync());
        return [.. changes.Select(change => $"{change.Type} {string.Join(',', change.Fields)}").Order()];
    }
}
