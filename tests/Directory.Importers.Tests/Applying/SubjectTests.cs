using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>References to an entry of one of several kinds.</summary>
public sealed class SubjectTests
{
    [Fact]
    public async Task A_subject_is_found_by_kind_and_key_whatever_comes_first()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("figures", Figure("1", "Center/c"), Figure("2", "Territory/27"), Figure("3", "Center/other:c"), Figure("4", "Project/c"));
        Assert.All(await MetricsAsync(directory), metric => Assert.Null(metric.Subject));

        await directory.ImportAsync("regions", Invented.Territory("r", "Хабаровский край", "27"));
        await directory.ImportAsync("other", Invented.Center("c", "Другой центр"));
        await directory.ImportAsync("figures", Figure("1", "Center/c"), Figure("2", "Territory/27"), Figure("3", "Center/other:c"), Figure("4", "Project/c"), Invented.Center("c", "Центр"));

        Assert.Equal(
            ["Центр", "Хабаровский край", "Другой центр", null], (await MetricsAsync(directory)).Select(metric => metric.Subject?.DisplayName));
    }

    [Fact]
    public async Task A_figure_stays_when_its_subject_goes_and_finds_it_again()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("figures", Figure("1", "Center/other:c"));
        await directory.ImportAsync("other", Invented.Center("c", "Центр"));
        await directory.ImportAsync("other");
        Assert.Null((await MetricsAsync(directory)).Single().Subject);

        await directory.ImportAsync("other", Invented.Center("c", "Центр"));

        Assert.IsType<Center>((await MetricsAsync(directory)).Single().Subject);
    }

    [Fact]
    public async Task Another_subject_is_told_as_a_change_of_the_field()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var center = Invented.Center("c", "Центр");
        await directory.ImportAsync("figures", center, Invented.Network("n", "Сеть"), Figure("1", "Center/c"));

        var outcome = await directory.ImportAsync("figures", center, Invented.Network("n", "Сеть"), Figure("1", "Network/n"));

        var change = await directory.AskAsync(db => db.Changes.SingleAsync(change => change.RevisionNumber == outcome.Revision));
        Assert.Equal(["subject"], change.Fields);
        Assert.IsType<Network>((await MetricsAsync(directory)).Single().Subject);
    }

    [Fact]
    public async Task The_place_where_a_practice_comes_from_or_goes_to_is_kept_as_text_if_it_is_unknown()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        await directory.ImportAsync(
            "practices",
            Invented.Record("Practice", "p", new { name = "Соседские центры", origin = "Далёкий наслег" }),
            Invented.Record("Replication", "r", new { practice = "p", to = "Ближний посёлок" }));

        Assert.Equal("Далёкий наслег", (await directory.AskAsync(db => db.Practices.SingleAsync())).OriginText);
        Assert.Equal("Ближний посёлок", (await directory.AskAsync(db => db.Replications.SingleAsync())).ToText);
    }

    private static ImportRecord Figure(string id, string subject) =>
        Invented.Record("Metric", id, new { name = "Число", quantity = new { value = 7, comparator = "Exact" }, subject });

    private static Task<List<Metric>> MetricsAsync(ScratchDirectory directory) => directory.AskAsync(db => db.Metrics.AsNoTracking()
        .Include(metric => metric.SubjectCenter).Include(metric => metric.SubjectTerritory).Include(metric => metric.SubjectNetwork)
        .Include(metric => metric.SubjectProject).OrderBy(metric => metric.Id).ToListAsync());
}
