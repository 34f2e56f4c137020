using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>People are kept for their public roles and erased with the last of them.</summary>
public sealed class PeopleTests
{
    private static readonly ImportRecord Anna = Invented.Person("anna", "Анна Придуманная");
    private static readonly ImportRecord Boris = Invented.Person("boris", "Борис Придуманный");

    [Fact]
    public async Task A_person_without_a_role_is_left_out_with_a_warning()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        var outcome = await directory.ImportAsync("people", Anna, Boris, Invented.Role("1", "anna", "директор"));

        Assert.Equal(["Анна Придуманная"], await NamesAsync(directory));
        Assert.Equal(["person-without-role"], outcome.Issues.Select(issue => issue.Code));
        Assert.Equal(2, outcome.Added);
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("people", Anna, Boris, Invented.Role("1", "anna", "директор"))).Status);
    }

    [Fact]
    public async Task With_the_last_role_goes_the_person_and_all_that_was_said_of_them()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var other = Invented.Role("2", "boris", "председатель");
        await directory.ImportAsync("people", Anna, Boris, Invented.Role("1", "anna", "директор"), Invented.Role("3", "anna", "член правления"), other);
        await directory.ImportAsync("people", Anna, Boris, Invented.Role("1", "anna", "директор"), other);
        Assert.Equal(2, (await NamesAsync(directory)).Count);

        var outcome = await directory.ImportAsync("people", Anna, Boris, other);

        Assert.Equal(["Борис Придуманный"], await NamesAsync(directory));
        var dump = await DirectoryDump.WriteAsync(directory.Databases, withIds: true);
        Assert.DoesNotContain("Анна", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("anna-pridumannaya", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("директор", dump, StringComparison.Ordinal);
        Assert.Equal(
            [ChangeKind.Removed],
            await directory.AskAsync(db => db.Changes.Where(change => change.RevisionNumber == outcome.Revision && change.Type == EntryType.Person).Select(change => change.Kind).ToListAsync()));
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("people", Anna, Boris, other)).Status);
    }

    [Fact]
    public async Task A_person_with_a_role_again_is_the_same_entry_again()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var role = Invented.Role("1", "anna", "директор");
        await directory.ImportAsync("people", Anna, role);
        var before = await directory.AskAsync(db => db.People.SingleAsync());
        await directory.ImportAsync("people", Anna);

        await directory.ImportAsync("people", Anna, Invented.Role("9", "anna", "председатель"));

        var after = await directory.AskAsync(db => db.People.SingleAsync());
        Assert.Equal((before.Id, before.Slug, before.Name), (after.Id, after.Slug, after.Name));
        Assert.Equal(["председатель"], await directory.AskAsync(db => db.PersonRoles.Where(found => found.Person!.Id == after.Id).Select(found => found.Position).ToListAsync()));
    }

    [Fact]
    public async Task A_role_whose_time_is_over_keeps_nobody()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        ImportRecord[] records = [Anna, Invented.Role("1", "anna", "директор", "2024/2026-04"), Boris, Invented.Role("2", "boris", "директор", "2020/2024")];
        await directory.ImportAsync("people", records);
        Assert.Equal(["Анна Придуманная"], await NamesAsync(directory));

        directory.Clock.Advance(TimeSpan.FromDays(70));
        await directory.ImportAsync("centers", Invented.Center("1", "Центр"));

        Assert.Empty(await NamesAsync(directory));
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("people", records)).Status);
        Assert.Empty(await NamesAsync(directory));
    }

    [Fact]
    public async Task A_source_whose_people_the_run_of_another_erased_holds_so_many_records_less()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("people", Anna, Invented.Role("1", "anna", "директор", "2024/2026-04"));
        Assert.Equal(2, await CountAsync(directory));

        directory.Clock.Advance(TimeSpan.FromDays(70));
        await directory.ImportAsync("centers", Invented.Center("1", "Центр"));

        Assert.Equal(await LiveAsync(directory), await CountAsync(directory));
        Assert.Equal(1, await CountAsync(directory));
    }

    private static Task<int> CountAsync(ScratchDirectory directory) =>
        directory.AskAsync(db => db.Sources.Where(source => source.Key == "people").Select(source => source.RecordCount).SingleAsync());

    private static Task<int> LiveAsync(ScratchDirectory directory) =>
        directory.AskAsync(db => db.SourceRecords.CountAsync(record => record.Source.Key == "people" && record.RetiredAt == null));

    private static Task<List<string>> NamesAsync(ScratchDirectory directory) =>
        directory.AskAsync(db => db.People.OrderBy(person => person.Id).Select(person => person.Name).ToListAsync());
}
