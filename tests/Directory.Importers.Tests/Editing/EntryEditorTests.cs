using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Editing;

/// <summary>What people say of their own entries.</summary>
public sealed class EntryEditorTests
{
    [Fact]
    public async Task An_edit_outweighs_what_registries_say_and_they_go_on_saying_it()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync(website: "https://registry.example/");

        await stage.EditAsync(stage.OfCenter(("website", "https://own.example/")));
        Assert.Equal("https://own.example/", (await stage.CenterAsync()).Website?.AbsoluteUri);

        await stage.ImportAsync(website: "https://registry.example/new");
        var center = await stage.CenterAsync();
        Assert.Equal("https://own.example/", center.Website?.AbsoluteUri);
        Assert.Equal("Дом НКО", center.Name);
        Assert.Equal(2, await stage.Directory.AskAsync(db => db.SourceRecords.CountAsync(record => record.EntityId == center.Id && record.Kind == "Center")));

        await stage.EditAsync(new EntryEdit("Center") { EntityId = center.Id, Withdrawn = ["website"] });
        Assert.Equal("https://registry.example/new", (await stage.CenterAsync()).Website?.AbsoluteUri);
    }

    [Fact]
    public async Task A_list_of_the_owner_is_whole_and_an_emptied_field_is_empty()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync(website: "https://registry.example/", support: ["Financial", "Property"]);

        await stage.EditAsync(stage.OfCenter(("supportKinds", new[] { "MEDIA_PROMOTION" })) with { Emptied = ["website"] });

        var center = await stage.CenterAsync();
        Assert.Equal([SupportKind.MediaPromotion], center.SupportKinds);
        Assert.Null(center.Website);

        await stage.ImportAsync(website: "https://registry.example/2", support: ["Financial"]);
        Assert.Null((await stage.CenterAsync()).Website);
    }

    [Fact]
    public async Task A_new_entry_refers_to_what_the_same_order_makes()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();
        var anchor = await stage.Directory.AskAsync(db => db.SourceRecords.Select(record => record.ExternalId).SingleAsync());

        var receipt = await stage.EditAsync(
            EditStage.New("Event", "e1", ("title", "Семинар"), ("date", "2026-12-01")),
            EditStage.New("EventParticipant", "e1/o", ("event", new { id = "e1" }), ("center", new { id = $"registry:{anchor}" }), ("role", "ORGANIZER")));

        Assert.True(receipt.IsDone);
        var title = await stage.Directory.AskAsync(db => db.Centers.SelectMany(center => center.EventLinks).Select(link => link.Event.Title).SingleAsync());
        Assert.Equal("Семинар", title);
        Assert.Equal(receipt.Results[0].EntityId, await stage.Directory.AskAsync(db => db.Events.Select(item => item.Id).SingleAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_changes_nothing()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();
        var before = await stage.Directory.DumpAsync();

        var receipt = await stage.EditAsync(
            stage.OfCenter(("website", "no address"), ("phones", "1"), ("territory", new { slug = "nowhere" })),
            EditStage.New("Service", "s1", ("description", "Без названия")),
            new EntryEdit("Center") { EntityId = 4_711, Emptied = ["website"] });

        Assert.Equal(
            [(EditFault.UnknownField, "phones"), (EditFault.InvalidValue, "website")],
            receipt.Results[0].Problems.Select(problem => (problem.Fault, problem.Field!)).Order());
        Assert.Equal([(EditFault.Required, "name")], receipt.Results[1].Problems.Select(problem => (problem.Fault, problem.Field!)));
        Assert.Equal([(EditFault.NotFound, null)], receipt.Results[2].Problems.Select(problem => (problem.Fault, problem.Field)));
        Assert.Null(receipt.Revision);
        var unknown = await stage.EditAsync(stage.OfCenter(("territory", new { slug = "nowhere" })));
        Assert.Equal([(EditFault.UnknownReference, "territory")], unknown.Results[0].Problems.Select(problem => (problem.Fault, problem.Field!)));
        Assert.Equal(before, await stage.Directory.DumpAsync());
    }

    [Fact]
    public async Task Others_changes_of_the_same_fields_are_a_conflict_and_of_others_are_none()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync(website: "https://registry.example/");
        var seen = (await stage.EditAsync(stage.OfCenter(("shortName", "Дом")))).Revision;
        await stage.EditAsync(stage.OfCenter(("website", "https://first.example/")));

        var other = await stage.EditAsync(stage.OfCenter(("shortName", "ДНКО")) with { ExpectedRevision = seen });
        Assert.True(other.IsDone);

        var same = await stage.EditAsync(stage.OfCenter(("website", "https://second.example/")) with { ExpectedRevision = seen });
        var problem = Assert.Single(same.Results[0].Problems);
        Assert.Equal((EditFault.Conflict, "website", "\"https://first.example/\""), (problem.Fault, problem.Field, problem.Clash!.Theirs));
        Assert.Equal("https://first.example/", (await stage.CenterAsync()).Website?.AbsoluteUri);
        Assert.Equal(other.Revision, same.Current);
    }

    [Fact]
    public async Task An_edit_is_undone_unless_somebody_went_on_from_it()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync(website: "https://registry.example/");
        var untouched = await stage.Directory.DumpAsync(withIds: false);
        var first = await stage.EditAsync(stage.OfCenter(("website", "https://first.example/"), ("shortName", "Дом")));
        var second = await stage.EditAsync(stage.OfCenter(("shortName", "ДНКО")));

        var early = await stage.UndoAsync(first.Revision!.Value);
        Assert.Equal([(EditFault.Conflict, "shortName")], early.Results[0].Problems.Select(problem => (problem.Fault, problem.Field!)));

        Assert.True((await stage.UndoAsync(second.Revision!.Value)).IsDone);
        Assert.Equal("Дом", (await stage.CenterAsync()).ShortName);
        Assert.True((await stage.UndoAsync(first.Revision!.Value)).IsDone);
        var center = await stage.CenterAsync();
        Assert.Equal(("https://registry.example/", null), (center.Website?.AbsoluteUri, center.ShortName));
        Assert.DoesNotContain("first.example", untouched, StringComparison.Ordinal);
        Assert.Equal(EditFault.NotFound, Assert.Single((await stage.UndoAsync(1)).Results[0].Problems).Fault);
    }

    [Fact]
    public async Task Only_what_self_service_added_can_be_deleted_and_undoing_brings_it_back_with_its_id()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();
        var added = (await stage.EditAsync(EditStage.New("Service", "s1", ("name", "Консультация юриста")))).Results[0].EntityId;

        var imported = await stage.EditAsync(new EntryEdit("Center") { EntityId = (await stage.CenterAsync()).Id, IsRemoval = true });
        Assert.Equal(EditFault.State, Assert.Single(imported.Results[0].Problems).Fault);

        var deleted = await stage.EditAsync(new EntryEdit("Service") { EntityId = added, IsRemoval = true });
        Assert.True(deleted.IsDone);
        Assert.Equal(0, await stage.Directory.AskAsync(db => db.Services.CountAsync()));
        Assert.Equal(1, await stage.Directory.AskAsync(db => db.Tombstones.CountAsync(stone => stone.EntityId == added)));

        Assert.True((await stage.UndoAsync(deleted.Revision!.Value)).IsDone);
        Assert.Equal(added, await stage.Directory.AskAsync(db => db.Services.Select(service => service.Id).SingleAsync()));
    }

    [Fact]
    public async Task An_amended_entry_goes_and_returns_with_the_registry()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();
        var id = (await stage.CenterAsync()).Id;
        await stage.EditAsync(stage.OfCenter(("website", "https://own.example/")));

        await stage.Directory.ImportAsync("registry");
        Assert.Equal(0, await stage.Directory.AskAsync(db => db.Centers.CountAsync()));

        await stage.ImportAsync();
        var center = await stage.CenterAsync();
        Assert.Equal((id, "https://own.example/"), (center.Id, center.Website?.AbsoluteUri));
    }

    [Fact]
    public async Task A_confirmation_is_of_the_one_entry_and_says_who_gave_it()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();

        await stage.EditAsync(stage.OfCenter(("confirmedAt", "2026-11-22T10:00:00Z")));

        var center = await stage.Directory.AskAsync(db => db.Centers.Select(center => new { center.ConfirmedAt, center.VerifiedBy!.Key }).SingleAsync());
        Assert.Equal((new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc), SelfService.Key), (center.ConfirmedAt, center.Key));
    }

    [Fact]
    public async Task Edits_of_joined_entries_stay_with_them_whatever_is_resolved_again()
    {
        await using var stage = await EditStage.CreateAsync();
        await stage.ImportAsync();
        await stage.EditAsync(stage.OfCenter(("website", "https://own.example/")));

        // A second source names the center otherwise, and the registry writes it anew.
        await stage.Directory.ImportAsync("portal", EditStage.Center("p", "Ресурсный центр «Дом НКО»", null, []));
        await stage.Directory.ImportAsync("registry", EditStage.Center("c", "Дом НКО города", "https://registry.example/", []));

        var center = await stage.Directory.AskAsync(db => db.Centers.SingleAsync(center => center.Name == "Дом НКО города"));
        Assert.Equal("https://own.example/", center.Website?.AbsoluteUri);
    }
}
