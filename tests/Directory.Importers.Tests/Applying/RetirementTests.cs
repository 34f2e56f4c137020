using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

public sealed class RetirementTests
{
    [Fact]
    public async Task A_record_missing_beyond_its_grace_retires_and_leaves_a_tombstone()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = ScratchDirectory.Manifest("centers", graceRuns: 1);
        await directory.ImportAsync(manifest, Invented.Center("1", "Первый"), Invented.Center("2", "Второй"));

        var first = await directory.ImportAsync(manifest, Invented.Center("1", "Первый"));
        var second = await directory.ImportAsync(manifest, Invented.Center("1", "Первый"));

        Assert.Equal((ImportRunStatus.Unchanged, 1, 0), (first.Status, first.Missing, first.Retired));
        Assert.Equal((ImportRunStatus.Applied, 1, 1), (second.Status, second.Missing, second.Retired));
        Assert.Equal(["Первый"], await directory.AskAsync(db => db.Centers.Select(center => center.Name).ToListAsync()));
        var stone = await directory.AskAsync(db => db.Tombstones.SingleAsync());
        Assert.Equal((EntryType.Center, "vtoroj", 2L), (stone.EntryType, stone.Slug, stone.RevisionNumber));
        var change = await directory.AskAsync(db => db.Changes.SingleAsync(change => change.RevisionNumber == 2));
        Assert.Equal((ChangeKind.Removed, stone.EntityId), (change.Kind, change.EntityId));
    }

    [Fact]
    public async Task A_record_that_is_back_within_its_grace_starts_counting_anew()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = ScratchDirectory.Manifest("centers", graceRuns: 1);
        var (one, two) = (Invented.Center("1", "Первый"), Invented.Center("2", "Второй"));
        await directory.ImportAsync(manifest, one, two);
        await directory.ImportAsync(manifest, one);
        await directory.ImportAsync(manifest, one, two);

        var outcome = await directory.ImportAsync(manifest, one);

        Assert.Equal((ImportRunStatus.Unchanged, 0), (outcome.Status, outcome.Retired));
        Assert.Equal(2, await directory.AskAsync(db => db.Centers.CountAsync()));
    }

    [Fact]
    public async Task A_returning_record_has_its_old_id_and_day_of_creation()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("1", "Дом"), Invented.Center("2", "Дом"));
        var before = await directory.AskAsync(db => db.Centers.SingleAsync(center => center.Slug != "dom"));
        await directory.ImportAsync("centers", Invented.Center("1", "Дом"));
        await directory.ImportAsync("centers", Invented.Center("1", "Дом"), Invented.Center("3", "Дом"));

        var outcome = await directory.ImportAsync("centers", Invented.Center("1", "Дом"), Invented.Center("3", "Дом"), Invented.Center("2", "Дом культуры"));

        Assert.Equal(1, outcome.Added);
        var after = await directory.AskAsync(db => db.Centers.SingleAsync(center => center.Id == before.Id));
        Assert.Equal(("dom-kultury", before.CreatedAt, "Дом культуры"), (after.Slug, after.CreatedAt, after.Name));
        Assert.Equal(before.Slug, await directory.AskAsync(db => db.EarlierSlugs.Where(slug => slug.EntityId == before.Id).Select(slug => slug.Slug).SingleAsync()));
        Assert.Equal(["dom", Slug.WithSuffix("dom", "Center centers 3"), "dom-kultury"], await directory.AskAsync(db => db.Centers.Select(center => center.Slug).Order().ToListAsync()));
        Assert.False(await directory.AskAsync(db => db.Tombstones.AnyAsync()));
        Assert.Equal(ChangeKind.Created, await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == outcome.Revision)
            .Select(change => change.Kind).SingleAsync()));
    }

    [Fact]
    public async Task What_referred_to_a_retired_entry_loses_the_link_and_gets_it_back()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("1", "Центр"));
        await directory.ImportAsync(
            "more", Invented.Service("s", "Консультация", "centers:1", ["Consulting"]), Invented.Network("n", "Сеть"), Invented.Member("m", "n", "centers:1"));
        var before = await directory.DumpAsync(withIds: false);

        var retired = await directory.ImportAsync("centers");

        Assert.Null((await directory.AskAsync(db => db.Services.SingleAsync())).CenterId);
        Assert.False(await directory.AskAsync(db => db.NetworkMembers.AnyAsync()));
        var changes = await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == retired.Revision).ToListAsync());
        Assert.Equal(
            ["Center Removed ", "Network Updated members", "Service Updated center"],
            changes.Select(change => $"{change.Type} {change.Kind} {string.Join(',', change.Fields)}").Order());

        await directory.ImportAsync("centers", Invented.Center("1", "Центр"));

        Assert.Equal(before, await directory.DumpAsync(withIds: false));
    }
}
