using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
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
    public async Task Of_equal_priority_the_later_stated_day_wins_and_none_is_the_weakest()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("c-undated", Stated("1", "Без дня", null));
        await directory.ImportAsync("b-old", Stated("1", "Старое", new DateOnly(2020, 1, 1)));
        Assert.Equal("Старое", await NameAsync(directory));

        await directory.ImportAsync("d-new", Stated("1", "Новое", new DateOnly(2024, 5, 1)));
        Assert.Equal("Новое", await NameAsync(directory));

        // Imported last, stated first: the moment of an import says nothing.
        await directory.ImportAsync("b-old", Stated("1", "Старое и исправленное", new DateOnly(2020, 1, 1)));
        Assert.Equal("Новое", await NameAsync(directory));

        await directory.ImportAsync("d-new");
        Assert.Equal("Старое и исправленное", await NameAsync(directory));
        await directory.ImportAsync("b-old");
        Assert.Equal("Без дня", await NameAsync(directory));
    }

    [Fact]
    public async Task The_same_facts_of_a_later_day_are_a_change()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("a", Stated("1", "Один", new DateOnly(2020, 1, 1)));
        await directory.ImportAsync("b", Stated("1", "Другой", new DateOnly(2021, 1, 1)));
        Assert.Equal("Другой", await NameAsync(directory));

        var outcome = await directory.ImportAsync("a", Stated("1", "Один", new DateOnly(2022, 1, 1)));

        Assert.Equal((1, 1), (outcome.Changed, outcome.EntriesChanged));
        Assert.Equal("Один", await NameAsync(directory));
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("a", Stated("1", "Один", new DateOnly(2022, 1, 1)))).Status);
    }

    [Fact]
    public async Task Lists_that_stand_item_by_item_are_united_and_others_taken_whole()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var (strong, weak) = (ScratchDirectory.Manifest("strong", priority: 80), ScratchDirectory.Manifest("weak", priority: 20));
        await directory.ImportAsync(weak, Invented.Record("Organization", "w", new
        {
            slug = "fond", name = "Фонд", aliases = new[] { "ФОНД «МИР»", "Мирный фонд" }, activityAreas = new[] { "дети" },
            contacts = new object[] { new { kind = "Phone", value = "+73432223344", label = "факс" }, new { kind = "Email", value = "b@example.org" } },
            registryNumbers = new[] { new { scheme = "minjust", value = "77" } },
        }));
        await directory.ImportAsync(strong, Invented.Record("Organization", "s", new
        {
            slug = "fond", name = "Фонд", aliases = new[] { "Фонд Мир" }, activityAreas = new[] { "спорт" },
            contacts = new object[] { new { kind = "Phone", value = "+73432223344", label = "приёмная" } },
        }));

        var organization = await directory.AskAsync(db => db.Organizations.SingleAsync());

        Assert.Equal(["Фонд Мир", "Мирный фонд"], organization.Aliases);
        Assert.Equal(["спорт", "дети"], organization.ActivityAreas);
        Assert.Equal([("+73432223344", "приёмная"), ("b@example.org", null)], organization.Contacts.Select(contact => (contact.Value, contact.Label)));
        Assert.Equal("77", Assert.Single(organization.RegistryNumbers).Value);
    }

    [Fact]
    public void Words_of_a_vocabulary_stand_in_its_order_however_they_are_united()
    {
        var merged = FieldMerge.Merge(typeof(Center),
        [
            JsonElement.Parse("""{"specializations":["Youth"],"openingHours":[{"text":"всегда"}]}"""),
            JsonElement.Parse("""{"specializations":["NonprofitSupport","Youth"],"openingHours":[{"text":"никогда"}],"level":"Regional"}"""),
        ]);

        Assert.Equal(
            ["specializations", """["NonprofitSupport","Youth"]""", "openingHours", """[{"text":"всегда"}]""", "level", "\"Regional\""],
            merged.SelectMany(field => new[] { field.Name, field.Value.GetRawText() }));
    }

    [Fact]
    public async Task Another_priority_that_changes_nothing_makes_no_revision()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var one = ScratchDirectory.Manifest("one", priority: 80);
        await directory.ImportAsync(one, Invented.Organization("1", "Первый", slug: "fond"));
        await directory.ImportAsync(ScratchDirectory.Manifest("two", priority: 60), Invented.Organization("1", "Второй", slug: "fond"));
        var before = await directory.AskAsync(db => db.Revisions.CountAsync());

        var outcome = await directory.ImportAsync(one with { Priority = 70 }, Invented.Organization("1", "Первый", slug: "fond"));

        Assert.Equal((ImportRunStatus.Unchanged, (long?)null), (outcome.Status, outcome.Revision));
        Assert.Equal(before, await directory.AskAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task Another_priority_in_the_manifest_merges_anew_what_the_source_shares()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var one = ScratchDirectory.Manifest("one", priority: 80);
        await directory.ImportAsync(one, Invented.Organization("1", "Первый", slug: "fond"), Invented.Organization("2", "Свой", slug: "svoj"));
        await directory.ImportAsync(ScratchDirectory.Manifest("two", priority: 60), Invented.Organization("1", "Второй", slug: "fond"));
        var registry = new SourceRegistry(directory.Databases, directory.Gate, directory.Locks, directory.Care, directory.Ranks, directory.Clock);

        await registry.RegisterAsync([one with { Priority = 40 }, ScratchDirectory.Manifest("two", priority: 60)], TestContext.Current.CancellationToken);

        Assert.Equal("Второй", await NameAsync(directory));
        var revision = await directory.AskAsync(db => db.Revisions.OrderBy(revision => revision.Number).LastAsync());
        Assert.Equal((3, 1, null), (revision.Number, revision.ChangeCount, revision.RunId));

        // A start that finds nothing else makes no revision.
        await registry.RegisterAsync([one with { Priority = 40 }, ScratchDirectory.Manifest("two", priority: 60)], TestContext.Current.CancellationToken);
        Assert.Equal(3, await directory.AskAsync(db => db.Revisions.CountAsync()));

        // A run that finds the same records does it as well.
        var outcome = await directory.RunAsync(one with { Priority = 90 });
        Assert.Equal((ImportRunStatus.Applied, 0, 1), (outcome.Status, outcome.Changed, outcome.EntriesChanged));
        Assert.Equal("Первый", await NameAsync(directory));
    }

    [Fact]
    public async Task An_entry_is_verified_by_the_strongest_live_source_that_holds_it()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var report = ScratchDirectory.Manifest("report", priority: 90);
        var live = ScratchDirectory.Manifest("live", priority: 50) with { Schedule = new("0 0 12 * * ?", "Asia/Omsk") };
        await directory.ImportAsync(report, Invented.Organization("1", "Фонд", slug: "fond"), Invented.Organization("2", "Другой", slug: "drugoj"));
        Assert.Null((await OrganizationAsync(directory)).VerifiedBy);

        await directory.ImportAsync(live, Invented.Organization("x", "Фонд", slug: "fond"));
        var before = await directory.DumpAsync();
        var organization = await OrganizationAsync(directory);
        Assert.Equal("live", organization.VerifiedBy!.Key);

        // A run without news writes no row of an entry, and yet confirms.
        await directory.RunAsync(live);
        Assert.Equal(before, await directory.DumpAsync());
        Assert.True((await OrganizationAsync(directory)).VerifiedBy!.LastSuccessAt > organization.VerifiedBy.LastSuccessAt);

        await directory.ImportAsync(live);
        Assert.Null((await OrganizationAsync(directory)).VerifiedBy);
    }

    [Fact]
    public async Task Feeds_that_show_what_is_new_only_confirm_nothing_else()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var news = ScratchDirectory.Manifest("news", graceRuns: FeedManifest.UnlimitedGrace) with { Schedule = new("0 0 12 * * ?", "Asia/Omsk") };

        await directory.ImportAsync(news, Invented.Organization("1", "Фонд", slug: "fond"));

        Assert.Null((await OrganizationAsync(directory)).VerifiedBy);
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

    private static ImportRecord Stated(string id, string name, DateOnly? asOf) => Invented.Organization(id, name, slug: "fond") with { AsOf = asOf };

    private static async Task<string> NameAsync(ScratchDirectory directory) => (await OrganizationAsync(directory)).Name;

    private static Task<Organization> OrganizationAsync(ScratchDirectory directory) => directory.AskAsync(
        db => db.Organizations.AsNoTracking().Include(organization => organization.VerifiedBy).SingleAsync(organization => organization.Slug == "fond"));

    private static Task<List<SupportKind>> SupportKinds(ScratchDirectory directory) =>
        directory.AskAsync(db => db.Centers.Select(center => center.SupportKinds).SingleAsync());
}
