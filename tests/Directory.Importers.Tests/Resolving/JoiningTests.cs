using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>What joins and parts records in the directory, and what becomes of ids and slugs.</summary>
public sealed class JoiningTests
{
    private const string Ogrn = "1025501246810";
    private const string OtherOgrn = "1035507012345";

    [Fact]
    public async Task One_organization_of_three_sources_is_one_entry()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        await directory.ImportAsync("minjust", Record("m", "Автономная некоммерческая организация «Тёплый дом»", Good(Ogrn), "55"));
        await directory.ImportAsync("egrul", Record("e", "АНО \"Теплый дом\"", Good(Ogrn)));
        await directory.ImportAsync("grants", Record("g", "АНО «Тёплый дом»", territory: "55"));

        Assert.Single(await Names(directory));
        Assert.Equal(3, await directory.AskAsync(db => db.SourceRecords.Select(record => record.EntityId).CountAsync()));
        Assert.Single(await directory.AskAsync(db => db.SourceRecords.Select(record => record.EntityId).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Same_number_and_another_name_is_an_issue_and_waits_for_a_person()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Казачий круг»", Good(Ogrn), "55"));

        var outcome = await directory.ImportAsync("grants", Record("g", "Фонд «Мамина радость»", Good(Ogrn), "55"));

        Assert.Equal(2, (await Names(directory)).Count);
        Assert.Single(outcome.Issues, issue => issue.Code == "match-conflict");
        var waiting = Assert.Single(await List(directory, MatchFilter.Waiting));
        Assert.True(waiting.IsConflict);
    }

    [Fact]
    public async Task Two_rows_of_one_source_stay_two_even_with_one_number()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("1", "АНО «Дом»", Good(Ogrn), "55"), Record("2", "АНО «Дом»", Good(Ogrn), "55"));

        await directory.ImportAsync("egrul", Record("e", "АНО «Дом»", Good(Ogrn), "55"));

        Assert.Equal(2, (await Names(directory)).Count);
    }

    [Fact]
    public async Task A_name_that_two_have_joins_none()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("1", "АНО «Открытая улица»", Good(Ogrn), "55"), Record("2", "АНО «Открытая улица»", Good(OtherOgrn), "55"));

        await directory.ImportAsync("grants", Record("g", "АНО «Открытая улица»", territory: "55"));

        Assert.Equal(3, (await Names(directory)).Count);
        Assert.Equal(2, (await List(directory, MatchFilter.Waiting)).Count);
    }

    [Fact]
    public async Task Joined_entries_have_one_id_and_get_their_own_back_when_they_part()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Первое имя»", Good(Ogrn), "55"));
        await directory.ImportAsync("grants", Record("g", "Фонд «Совсем другое»", territory: "55"), Grant("1", "g"));
        var before = await Entries(directory);

        Assert.Equal(JudgementOutcome.Done, await Judge(directory, true));

        var joined = Assert.Single(await Entries(directory));
        Assert.Equal(before[0].Id, joined.Id);
        var stone = await directory.AskAsync(db => db.Tombstones.SingleAsync());
        Assert.Equal((before[1].Id, before[0].Id), (stone.EntityId, stone.ReplacedById));
        foreach (var slug in new[] { before[0].Slug, before[1].Slug })
        {
            Assert.Equal(joined.Id, await directory.AskAsync(db => db.Organizations.Called(db, slug).Select(organization => organization.Id).SingleAsync()));
        }

        Assert.Equal(before[0].Id, await directory.AskAsync(db => db.Grants.Select(grant => grant.RecipientId).SingleAsync()));
        Assert.Equal(ChangeKind.Removed, await directory.AskAsync(db => db.Changes.OrderBy(change => change.Id)
            .Where(change => change.EntityId == stone.EntityId && change.Type == EntryType.Organization).Select(change => change.Kind).LastAsync()));

        Assert.Equal(JudgementOutcome.Done, await Judge(directory, null));

        Assert.Equal(before, await Entries(directory));
        Assert.False(await directory.AskAsync(db => db.Tombstones.AnyAsync()));
        Assert.Equal(before[1].Id, await directory.AskAsync(db => db.Grants.Select(grant => grant.RecipientId).SingleAsync()));
    }

    [Fact]
    public async Task A_judgement_outlives_the_records_it_is_about()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var (mine, theirs) = (Record("m", "АНО «Первое имя»", Good(Ogrn), "55"), Record("g", "Фонд «Совсем другое»", territory: "55"));
        await directory.ImportAsync("minjust", mine);
        await directory.ImportAsync("grants", theirs);
        await Judge(directory, true);

        await directory.ImportAsync("minjust");
        Assert.Single(await Names(directory));
        await directory.ImportAsync("minjust", Record("m", "АНО «Третье имя»", Good(Ogrn), "55"));

        Assert.Single(await Names(directory));
        Assert.True((await List(directory, MatchFilter.Judged)).Single().IsJoined);
    }

    [Fact]
    public async Task What_a_person_told_apart_is_not_joined_by_any_rule()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Дом»", Good(Ogrn), "55"));
        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(Ogrn), "55"));
        Assert.Single(await Names(directory));

        await Judge(directory, false);

        Assert.Equal(2, (await Names(directory)).Count);
        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(Ogrn), "55", "Омск"));
        Assert.Equal(2, (await Names(directory)).Count);
        Assert.Empty(await List(directory, MatchFilter.Waiting));
    }

    [Fact]
    public async Task Judgements_need_records_of_two_sources()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Дом»"), Record("n", "АНО «Дом»"));
        var review = Review(directory);

        Assert.Equal(JudgementOutcome.OneSource, await review.JudgeAsync("Organization", new("minjust", "m"), new("minjust", "n"), true, null, TestContext.Current.CancellationToken));
        Assert.Equal(JudgementOutcome.Unknown, await review.JudgeAsync("Organization", new("minjust", "m"), new("grants", "x"), true, null, TestContext.Current.CancellationToken));
        Assert.Equal(JudgementOutcome.Nothing, await review.JudgeAsync("Organization", new("minjust", "m"), new("grants", "x"), null, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_changed_number_parts_what_it_had_joined()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Дом»", Good(Ogrn), "55"));
        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(Ogrn), "55"));
        var joined = Assert.Single(await Entries(directory));

        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(OtherOgrn), "55"));

        var parted = await Entries(directory);
        Assert.Equal(2, parted.Count);
        Assert.Equal(joined.Id, parted[0].Id);
    }

    [Fact]
    public async Task An_entry_outlives_the_record_that_made_it_and_its_id_too()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Дом»", Good(Ogrn), "55"));
        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(Ogrn), "55"));
        var joined = Assert.Single(await Entries(directory));

        await directory.ImportAsync("minjust");
        Assert.Equal(joined, Assert.Single(await Entries(directory)));

        await directory.ImportAsync("grants");
        Assert.Empty(await Entries(directory));

        // A publisher who numbers rows anew still means the same organization.
        await directory.ImportAsync("egrul", Record("e", "АНО «Дом»", Good(Ogrn), "55"));
        Assert.Equal(joined, Assert.Single(await Entries(directory)));
    }

    [Fact]
    public async Task A_name_that_too_many_carry_joins_nobody_until_fewer_do()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        static IEnumerable<ImportRecord> Namesakes(int count) =>
            Enumerable.Range(1, count).Select(number => Record($"{number}", "АНО «Дом у моря»", territory: "55", addressText: $"г. Городок{new string('а', number)}"));
        await directory.ImportAsync("grants", Record("g", "АНО «Дом у моря»", territory: "55", addressText: "г. Городока"));

        await directory.ImportAsync("clubs", Namesakes(40));
        Assert.Equal(40, (await Names(directory)).Count);

        await directory.ImportAsync("clubs", Namesakes(70));
        Assert.Equal(71, (await Names(directory)).Count);

        await directory.ImportAsync("clubs", Namesakes(40));
        Assert.Equal(40, (await Names(directory)).Count);
    }

    [Fact]
    public async Task People_are_proposed_and_never_joined_by_a_rule()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("chamber", Invented.Person("p", "Анна Сергеевна Лугова"), Invented.Role("r", "p", "председатель"));

        await directory.ImportAsync("report", Invented.Person("q", "Анна Сергеевна Лугова"), Invented.Role("s", "q", "директор"));

        Assert.Equal(2, await directory.AskAsync(db => db.People.CountAsync()));
        Assert.Single(await new MatchList(directory.Databases).ReadAsync("Person", MatchFilter.Waiting, null, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rules_of_a_new_version_look_at_everything_again()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("minjust", Record("m", "АНО «Дом»", Good(Ogrn), "55"));
        await directory.ImportAsync("grants", Record("g", "АНО «Дом»", Good(Ogrn), "55"));
        await directory.AskAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "MatchKeyPages"; DELETE FROM "MatchPairs"; UPDATE "MatchStates" SET "Version" = 0"""));

        await directory.ImportAsync("other", Record("o", "Фонд «Иное»", territory: "54"));

        Assert.Equal(2, (await Names(directory)).Count);
        Assert.Single(await List(directory, MatchFilter.Joined));
    }

    private static ImportRecord Record(string id, string name, string? ogrn = null, string? territory = null, string? addressText = null) =>
        Invented.Record("Organization", id, new { name, ogrn, addressText, territory });

    private static ImportRecord Grant(string id, string recipient) => new(
        "Grant", id, "grants", 1, System.Text.Encoding.UTF8.GetBytes($$"""{"competition":"Конкурс","recipient":"{{recipient}}"}"""), null,
        [new RecordReferenceKey("recipient", "Organization", recipient)]);

    /// <summary>The number with the check digit that it needs.</summary>
    private static string Good(string ogrn) => ogrn[..12] + (long.Parse(ogrn[..12], System.Globalization.CultureInfo.InvariantCulture) % 11 % 10);

    private static MatchReview Review(ScratchDirectory directory) => new(directory.Databases, directory.Gate, directory.Care, directory.Clock);

    private static Task<JudgementOutcome> Judge(ScratchDirectory directory, bool? isSame) =>
        Review(directory).JudgeAsync("Organization", new("grants", "g"), new("minjust", "m"), isSame, null, TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<MatchedPair>> List(ScratchDirectory directory, MatchFilter filter) =>
        new MatchList(directory.Databases).ReadAsync("Organization", filter, null, 100, TestContext.Current.CancellationToken);

    private static Task<List<string>> Names(ScratchDirectory directory) => directory.AskAsync(db => db.Organizations.Select(organization => organization.Name).ToListAsync());

    private static Task<List<(long Id, string Slug)>> Entries(ScratchDirectory directory) => directory.AskAsync(async db =>
        (await db.Organizations.OrderBy(organization => organization.Id).Select(organization => new { organization.Id, organization.Slug }).ToListAsync())
        .ConvertAll(organization => (organization.Id, organization.Slug)));
}
