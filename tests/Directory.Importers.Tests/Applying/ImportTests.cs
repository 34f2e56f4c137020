using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

public sealed class ImportTests
{
    [Fact]
    public async Task A_first_import_makes_entries_and_one_revision()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        var outcome = await directory.ImportAsync("centers", Invented.Center("1", "Радужный центр", supportKinds: ["Training", "Consulting"]));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal((1, 1, 0, 1L, 1), (outcome.Read, outcome.Added, outcome.Unchanged, outcome.Revision, outcome.EntriesChanged));
        var center = await directory.AskAsync(db => db.Centers.SingleAsync());
        Assert.Equal(("raduzhnyj-centr", "Радужный центр", "радужный центр"), (center.Slug, center.DisplayName, center.NameFolded));
        Assert.Equal([SupportKind.Training, SupportKind.Consulting], center.StatedSupportKinds);
    }

    [Fact]
    public async Task The_same_records_in_another_order_are_no_news()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var records = Enumerable.Range(1, 50).Select(number => Invented.Organization($"{number}", $"Организация {number}")).ToList();
        await directory.ImportAsync("registry", records);
        var before = await directory.DumpAsync();

        var outcome = await directory.ImportAsync("registry", Enumerable.Reverse(records));

        Assert.Equal(ImportRunStatus.Unchanged, outcome.Status);
        Assert.Equal((0, 0, 50, null), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Revision));
        Assert.Equal(before, await directory.DumpAsync());
    }

    [Fact]
    public async Task A_changed_record_updates_the_columns_that_differ_and_tells_their_fields()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("1", "Старое имя", shortName: "РЦ"));

        var outcome = await directory.ImportAsync("centers", Invented.Center("1", "Новое имя", shortName: "РЦ"));

        Assert.Equal((ImportRunStatus.Applied, 1, 2L), (outcome.Status, outcome.Changed, outcome.Revision));
        var change = await directory.AskAsync(db => db.Changes.SingleAsync(change => change.RevisionNumber == 2));
        Assert.Equal(ChangeKind.Updated, change.Kind);
        Assert.Equal(["displayName", "name", "slug"], change.Fields.Order());
        var center = await directory.AskAsync(db => db.Centers.SingleAsync());
        Assert.Equal(("novoe-imya", "новое имя"), (center.Slug, center.NameFolded));
        Assert.True(center.UpdatedAt > center.CreatedAt);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Everything_that_a_run_makes_or_touches_is_told_once_and_in_one_order(int count)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("0", "Старый центр"));

        await directory.ImportAsync(
            "centers",
            [Invented.Center("0", "Обновлённый центр"), .. Enumerable.Range(1, count).Select(id => Invented.Center($"{id}", $"Центр {id}")),
                Invented.Organization("1", "Фонд")]);

        var centers = await directory.AskAsync(db => db.Centers.Select(center => center.Id).Order().ToListAsync());
        var organization = await directory.AskAsync(db => db.Organizations.Select(one => one.Id).SingleAsync());
        var changes = await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == 2).OrderBy(change => change.Id).ToListAsync());
        Assert.Equal(Enumerable.Range(1, count + 2).Select(sequence => (Change.IdOf(2, sequence), sequence)), changes.Select(change => (change.Id, change.Sequence)));
        var made = changes.Where(change => change.Kind == ChangeKind.Created).ToList();
        Assert.All(made, change => Assert.Empty(change.Fields));
        Assert.Equal(
            [.. centers.Skip(1).Select(id => (EntryType.Center, id)), (EntryType.Organization, organization)],
            made.Select(change => (change.Type, change.EntityId)).Order());
        var touched = Assert.Single(changes, change => change.Kind == ChangeKind.Updated);
        Assert.Equal((EntryType.Center, centers[0], changes.Count), (touched.Type, touched.EntityId, touched.Sequence));
    }

    [Fact]
    public async Task A_field_that_is_stated_no_more_goes_back_to_unknown()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Record("Center", "1", new { name = "Центр", level = "Regional", hostUnit = "отдел" }));

        await directory.ImportAsync("centers", Invented.Record("Center", "1", new { name = "Центр" }));

        var center = await directory.AskAsync(db => db.Centers.SingleAsync());
        Assert.Equal((CenterLevel.Unknown, null), (center.Level, center.HostUnit));
    }

    [Fact]
    public async Task Every_shape_of_value_arrives_as_it_was_stated()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        await directory.ImportAsync("centers", Invented.Record("Center", "1", new
        {
            name = "Центр",
            aliases = new[] { "Ёлка", "«Дом»" },
            level = CenterLevel.Municipal,
            startsOn = "2019-08",
            declaredMembers = new { value = 20, comparator = Comparator.MoreThan, unit = "организация", text = "более двадцати" },
            location = new { latitude = 62.1, longitude = 77.4, accuracy = GeoAccuracy.Locality },
            contacts = new[] { new { kind = ContactKind.Phone, value = "+73466800000" } },
            website = "https://example.org/центр",
            foundingAct = new { title = "О центре", kind = "постановление", signedOn = "2019-08" },
        }));

        var center = await directory.AskAsync(db => db.Centers.Include(center => center.FoundingAct).SingleAsync());
        Assert.Equal(["Ёлка", "«Дом»"], center.Aliases);
        Assert.Equal((CenterLevel.Municipal, "2019-08", new DateOnly(2019, 8, 31)), (center.Level, center.StartsOn!.Value, center.StartsOnLatest));
        Assert.Equal(new Quantity { Value = 20, Comparator = Comparator.MoreThan, Unit = "организация", Text = "более двадцати" }, center.DeclaredMembers);
        Assert.Equal((62.1, GeoAccuracy.Locality), (center.Location!.Latitude, center.Location.Accuracy));
        Assert.Equal([new Contact { Kind = ContactKind.Phone, Value = "+73466800000" }], center.Contacts);
        Assert.Equal("https://example.org/центр", center.Website!.OriginalString);
        Assert.Equal(("О центре", "о центре", new DateOnly(2019, 8, 1)), (center.FoundingAct!.Title, center.FoundingAct.TitleFolded, center.FoundingAct.SignedOnEarliest));
    }

    [Fact]
    public async Task A_part_is_changed_in_place_and_goes_with_the_field()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Record("Center", "1", new { name = "Центр", foundingAct = new { title = "О центре" } }));

        await directory.ImportAsync("centers", Invented.Record("Center", "1", new { name = "Центр", foundingAct = new { title = "О центрах" } }));

        var change = await directory.AskAsync(db => db.Changes.SingleAsync(change => change.RevisionNumber == 2));
        Assert.Equal(["foundingAct"], change.Fields);
        Assert.Equal("О центрах", (await directory.AskAsync(db => db.LegalActs.SingleAsync())).Title);

        await directory.ImportAsync("centers", Invented.Record("Center", "1", new { name = "Центр" }));

        Assert.False(await directory.AskAsync(db => db.LegalActs.AnyAsync()));
        Assert.Null((await directory.AskAsync(db => db.Centers.SingleAsync())).FoundingActId);
    }

    [Fact]
    public async Task A_record_twice_in_a_file_counts_once_whatever_the_order()
    {
        await using var first = await ScratchDirectory.CreateAsync();
        await using var second = await ScratchDirectory.CreateAsync();
        var (one, other) = (Invented.Center("1", "Один"), Invented.Center("1", "Другой"));

        var outcome = await first.ImportAsync("centers", one, other, one);
        await second.ImportAsync("centers", other, one, one);

        Assert.Equal(1, outcome.Added);
        Assert.Contains("duplicate-id", outcome.Issues.Select(issue => issue.Code));
        Assert.Equal(await first.DumpAsync(), await second.DumpAsync());
    }
}
