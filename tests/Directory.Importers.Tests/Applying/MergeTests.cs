using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

public sealed class MergeTests
{
    [Fact]
    public async Task Fields_come_from_the_strongest_source_that_states_them()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var (strong, weak) = (ScratchDirectory.Manifest("strong", priority: 80), ScratchDirectory.Manifest("weak", priority: 20));

        await directory.ImportAsync(weak, Invented.Record("Organization", "w", new { slug = "fond", name = "Слабое имя", shortName = "Фонд" }));
        await directory.ImportAsync(strong, Invented.Record("Organization", "s", new { slug = "fond", name = "Сильное имя" }));

        var organization = await directory.AskAsync(db => db.Organizations.SingleAsync());
        Assert.Equal(("fond", "Сильное имя", "Фонд"), (organization.Slug, organization.Name, organization.ShortName));

        await directory.ImportAsync(strong);

        organization = await directory.AskAsync(db => db.Organizations.SingleAsync());
        Assert.Equal(("fond", "Слабое имя"), (organization.Slug, organization.Name));
    }

    [Fact]
    public async Task A_losing_source_may_change_without_changing_the_entry()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var (strong, weak) = (ScratchDirectory.Manifest("strong", priority: 80), ScratchDirectory.Manifest("weak", priority: 20));
        await directory.ImportAsync(strong, Invented.Organization("s", "Имя", slug: "fond"));
        await directory.ImportAsync(weak, Invented.Organization("w", "Другое имя", slug: "fond"));

        var outcome = await directory.ImportAsync(weak, Invented.Organization("w", "Третье имя", slug: "fond"));

        Assert.Equal((ImportRunStatus.Applied, 1, 0), (outcome.Status, outcome.Changed, outcome.EntriesChanged));
        Assert.Equal("Имя", (await directory.AskAsync(db => db.Organizations.SingleAsync())).Name);
    }

    [Fact]
    public async Task Territories_of_two_sources_are_one_by_any_of_their_codes()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("regions", Invented.Record("Territory", "1", new { name = "Югра", kind = "Region", code = "86", oktmo = "71800000" }));

        await directory.ImportAsync("oktmo", Invented.Record("Territory", "x", new { name = "ХМАО", kind = "Region", oktmo = "71800000", timeZone = "Asia/Yekaterinburg" }));

        var territory = await directory.AskAsync(db => db.Territories.SingleAsync());
        Assert.Equal(("86", "Asia/Yekaterinburg"), (territory.Code, territory.TimeZone));
    }

    [Fact]
    public async Task Rows_of_one_source_are_never_one_entry()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        await directory.ImportAsync("registry", Invented.Organization("1", "Фонд", slug: "fond"), Invented.Organization("2", "Фонд", slug: "fond"));
        await directory.ImportAsync("regions", Invented.Territory("1", "А", "86"), Invented.Territory("2", "Б", "86"));

        var slugs = await directory.AskAsync(db => db.Organizations.OrderBy(organization => organization.Id).Select(organization => organization.Slug).ToListAsync());
        Assert.Equal(["fond", Slug.WithSuffix("fond", "Organization registry 2")], slugs);
        Assert.Equal(2, await directory.AskAsync(db => db.Territories.CountAsync()));
    }

    [Fact]
    public async Task A_center_offers_what_is_stated_of_it_and_what_its_active_services_add()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var center = Invented.Center("c", "Центр", supportKinds: ["Training"]);
        var active = Invented.Service("1", "Консультация", "c", ["Consulting", "Training"]);
        var planned = Invented.Service("2", "Деньги", "c", ["Financial"], status: "Planned");

        await directory.ImportAsync("centers", center, active, planned);
        Assert.Equal([SupportKind.Consulting, SupportKind.Training], await SupportKinds(directory));

        var opened = await directory.ImportAsync("centers", center, active, Invented.Service("2", "Деньги", "c", ["Financial"]));
        Assert.Equal([SupportKind.Financial, SupportKind.Consulting, SupportKind.Training], await SupportKinds(directory));
        Assert.Equal(2, opened.EntriesChanged);

        var closed = await directory.ImportAsync("centers", center);
        Assert.Equal([SupportKind.Training], await SupportKinds(directory));
        Assert.Equal(
            ["supportKinds"],
            await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == closed.Revision && change.Type == EntryType.Center)
                .Select(change => change.Fields).SingleAsync()));
    }

    private static Task<List<SupportKind>> SupportKinds(ScratchDirectory directory) =>
        directory.AskAsync(db => db.Centers.Select(center => center.SupportKinds).SingleAsync());
}
