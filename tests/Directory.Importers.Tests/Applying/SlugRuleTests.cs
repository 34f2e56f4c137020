using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>A slug follows from what the sources say; who came first plays no part.</summary>
public sealed class SlugRuleTests
{
    [Fact]
    public async Task Of_several_entries_of_one_name_the_smallest_key_has_the_plain_slug_whoever_comes_first()
    {
        string[] sources = ["a", "b", "c"];
        foreach (var order in new[] { sources, [.. sources.Reverse()], ["b", "c", "a"] })
        {
            await using var directory = await ScratchDirectory.CreateAsync();
            foreach (var source in order)
            {
                await directory.ImportAsync(source, Invented.Center("9", "Дом"), Invented.Center("10", "Дом"));
            }

            Assert.Equal(
                ["dom", .. new[] { "a 10", "b 10", "b 9", "c 10", "c 9" }.Select(key => Slug.WithSuffix("dom", $"Center {key}")).Order(StringComparer.Ordinal)],
                (await SlugsAsync(directory)).OrderBy(slug => slug.Length).ThenBy(slug => slug, StringComparer.Ordinal));
            Assert.Equal("dom", await directory.AskAsync(db => db.Centers
                .Where(center => db.SourceRecords.Any(record => record.EntityId == center.Id && record.Source.Key == "a" && record.ExternalId == "9"))
                .Select(center => center.Slug).SingleAsync()));
        }
    }

    [Fact]
    public async Task A_record_that_only_joins_can_win_its_entity_the_slug_of_another_one_that_is_joined_too()
    {
        const string earlier = "1025501246810", later = "1035507012345";
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("m", Invented.Organization("1", "Дом", ogrn: earlier), Invented.Organization("2", "Дом", ogrn: later));
        Assert.Equal(earlier, await OwnerAsync(directory, "dom"));

        var outcome = await directory.ImportAsync("b", Invented.Organization("2", "Дом", ogrn: earlier), Invented.Organization("1", "Дом", ogrn: later));

        Assert.Equal((2, 2), (outcome.Added, await directory.AskAsync(db => db.Organizations.CountAsync())));
        Assert.Equal(later, await OwnerAsync(directory, "dom"));
        Assert.Equal(earlier, await OwnerAsync(directory, Slug.WithSuffix("dom", "Organization b 2")));
    }

    [Fact]
    public async Task Who_has_to_let_a_slug_go_is_told_to_have_changed()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("b", Invented.Center("1", "Дом"));
        var first = await directory.AskAsync(db => db.Centers.Select(center => center.Id).SingleAsync());

        var outcome = await directory.ImportAsync("a", Invented.Center("1", "Дом"));

        Assert.Equal(2, outcome.EntriesChanged);
        var change = await directory.AskAsync(db => db.Changes.SingleAsync(change => change.RevisionNumber == outcome.Revision && change.EntityId == first));
        Assert.Equal((ChangeKind.Updated, "slug"), (change.Kind, Assert.Single(change.Fields)));
    }

    [Fact]
    public async Task A_slug_that_is_given_up_still_leads_to_its_entry_until_another_takes_it()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("1", "Старое имя"));
        await directory.ImportAsync("centers", Invented.Center("1", "Новое имя"));
        var id = await directory.AskAsync(db => db.Centers.Select(center => center.Id).SingleAsync());
        Assert.Equal(("staroe-imya", id), await EarlierAsync(directory));

        // Back again: what is its slug now is no earlier one.
        await directory.ImportAsync("centers", Invented.Center("1", "Старое имя"));
        Assert.Equal(("novoe-imya", id), await EarlierAsync(directory));

        await directory.ImportAsync("other", Invented.Center("1", "Новое имя"));
        Assert.False(await directory.AskAsync(db => db.EarlierSlugs.AnyAsync()));
    }

    [Fact]
    public async Task Names_of_people_are_not_kept_as_earlier_slugs()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("people", Invented.Person("1", "Иванова Анна"), Invented.Role("1", "1", "директор"));

        await directory.ImportAsync("people", Invented.Person("1", "Петрова Анна"), Invented.Role("1", "1", "директор"));

        Assert.Equal("petrova-anna", await directory.AskAsync(db => db.People.Select(person => person.Slug).SingleAsync()));
        Assert.False(await directory.AskAsync(db => db.EarlierSlugs.AnyAsync()));
    }

    private static Task<List<string>> SlugsAsync(ScratchDirectory directory) => directory.AskAsync(db => db.Centers.Select(center => center.Slug).ToListAsync());

    private static Task<string> OwnerAsync(ScratchDirectory directory, string slug) =>
        directory.AskAsync(async db => $"{await db.Organizations.Where(organization => organization.Slug == slug).Select(organization => organization.Ogrn).SingleAsync()}");

    private static async Task<(string, long)> EarlierAsync(ScratchDirectory directory)
    {
        var slug = await directory.AskAsync(db => db.EarlierSlugs.SingleAsync());
        return (slug.Slug, slug.EntityId);
    }
}
