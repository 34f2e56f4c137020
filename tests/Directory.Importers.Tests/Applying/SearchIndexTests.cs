using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Search;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

/// <summary>The index of search is written with the revision, and only where something changed.</summary>
public sealed class SearchIndexTests
{
    [Fact]
    public async Task What_a_run_brings_changes_and_retires_is_found_changed_and_gone()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("one", Invented.Organization("1", "АНО «Первая»"), Invented.Organization("2", "Фонд «Второй»"));
        Assert.Equal("перв", Assert.Single(await FoundAsync(directory, "перв")));

        await directory.ImportAsync("one", Invented.Organization("1", "АНО «Новая»"));

        Assert.Empty(await FoundAsync(directory, "перв"));
        Assert.Empty(await FoundAsync(directory, "втор"));
        Assert.NotEmpty(await FoundAsync(directory, "нов"));
        Assert.Equal(1, await directory.AskAsync(db => db.SearchEntries.CountAsync()));
    }

    [Fact]
    public async Task A_territory_that_is_renamed_takes_its_entries_along()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var center = Invented.Center("1", "Центр", territory: "9");
        await directory.ImportAsync("one", Invented.Territory("8", "Старый край", code: "8"), Invented.Territory("9", "Район", code: "9", parent: "8", kind: "MunicipalDistrict"), center);
        Assert.Equal(3, (await FoundAsync(directory, "стар")).Count);

        await directory.ImportAsync("one", Invented.Territory("8", "Иной край", code: "8"), Invented.Territory("9", "Район", code: "9", parent: "8", kind: "MunicipalDistrict"), center);

        Assert.Empty(await FoundAsync(directory, "стар"));
        Assert.Equal(3, (await FoundAsync(directory, "ин")).Count);
    }

    [Fact]
    public async Task A_territory_that_moves_takes_its_entries_along()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var (one, other) = (Invented.Territory("7", "Первый край", code: "7"), Invented.Territory("8", "Иной край", code: "8"));
        var center = Invented.Center("1", "Центр", territory: "9");
        await directory.ImportAsync("one", one, other, Invented.Territory("9", "Район", code: "9", parent: "7", kind: "MunicipalDistrict"), center);

        await directory.ImportAsync("one", one, other, Invented.Territory("9", "Район", code: "9", parent: "8", kind: "MunicipalDistrict"), center);

        Assert.Single(await FoundAsync(directory, "перв"));
        Assert.Equal(3, (await FoundAsync(directory, "ин")).Count);
    }

    [Fact]
    public async Task A_repeated_event_is_upcoming_as_long_as_it_goes_on()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var day = DateOnly.FromDateTime(directory.Clock.GetUtcNow().UtcDateTime).AddDays(-30).ToString("yyyy-MM-dd", null);
        await directory.ImportAsync("once", Invented.Record("Event", "1", new { title = "Форум", date = day, status = "Confirmed" }));
        var over = await ScoreAsync(directory);
        await using var second = await ScratchDirectory.CreateAsync();

        await second.ImportAsync("weekly", Invented.Record("Event", "1", new { title = "Форум", date = day, status = "Confirmed", recurrence = "RRULE:FREQ=WEEKLY" }));

        Assert.True(await ScoreAsync(second) > over);
    }

    [Theory]
    [InlineData("0001-01-01", null)]
    [InlineData("2026-01-01/9999", "RRULE:FREQ=WEEKLY")]
    [InlineData("9999-12-31", "RRULE:FREQ=DAILY")]
    public async Task An_event_at_the_edge_of_the_calendar_does_not_break_the_run(string date, string? recurrence)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        object facts = recurrence is null
            ? new { title = "Форум", date, status = "Confirmed", timeZone = "Asia/Kamchatka" }
            : new { title = "Форум", date, status = "Confirmed", timeZone = "Asia/Kamchatka", recurrence };

        var outcome = await directory.ImportAsync("one", Invented.Record("Event", "1", facts));

        Assert.True(outcome.IsSuccess, outcome.Reason?.En);
    }

    [Fact]
    public async Task An_event_that_is_over_is_no_upcoming_one_after_the_next_run()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var day = DateOnly.FromDateTime(directory.Clock.GetUtcNow().UtcDateTime).AddDays(3).ToString("yyyy-MM-dd", null);
        await directory.ImportAsync("one", Invented.Record("Event", "1", new { title = "Форум", date = day, status = "Confirmed" }));
        var upcoming = await ScoreAsync(directory);
        directory.Clock.Advance(TimeSpan.FromDays(10));

        await directory.ImportAsync("two", Invented.Organization("1", "Другое"));

        Assert.True(await ScoreAsync(directory) < upcoming);
    }

    [Fact]
    public async Task An_index_that_grew_run_by_run_is_the_one_that_is_made_at_once()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        for (var run = 0; run < 5; run++)
        {
            await directory.ImportAsync("one", Enumerable.Range(run * 20, 60).Select(i => Invented.Organization($"{i}", $"Организация {i % 7} номер {run / 2}")));
        }

        var grown = await directory.DumpAsync();
        await directory.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new SearchIndexer(BulkConnection.Of(db.Database.GetDbConnection()), db.Model, directory.Clock.GetUtcNow().UtcDateTime).RebuildAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync();
            return 0;
        });

        Assert.Equal(await directory.DumpAsync(), grown);
    }

    [Fact]
    public async Task An_index_that_was_written_beside_a_large_load_is_the_one_that_is_written_behind_it()
    {
        await using var usual = await ScratchDirectory.CreateAsync();
        await using var beside = await ScratchDirectory.CreateAsync();
        beside.Pipeline.LargeLoad = 20;

        await LiveAsync(usual);
        await LiveAsync(beside);

        Assert.Equal(await usual.DumpAsync(), await beside.DumpAsync());
        await AssertSoundAsync(beside);
    }

    [Fact]
    public async Task A_large_load_that_breaks_leaves_the_index_as_it_was()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        directory.Pipeline.LargeLoad = 20;
        await directory.ImportAsync("centers", Invented.Center("1", "Центр"));
        var before = await directory.DumpAsync();

        var outcome = await directory.ImportAsync("many", [.. Many(1, 60), Invented.Record("Center", "2", new { invented = 1 })]);

        Assert.False(outcome.IsSuccess);
        Assert.Equal(before, await directory.DumpAsync());
        Assert.True((await directory.ImportAsync("many", Many(1, 60))).IsSuccess);
        Assert.Equal(60, (await FoundAsync(directory, "номер")).Count);
        await AssertSoundAsync(directory);
    }

    [Fact]
    public async Task A_large_load_beside_new_territories_finds_them_as_well()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        directory.Pipeline.LargeLoad = 20;

        await directory.ImportAsync("one", [Invented.Territory("8", "Старый край", code: "8"), .. Many(1, 30, territory: "8")]);

        Assert.Equal(31, (await FoundAsync(directory, "стар")).Count);
    }

    /// <summary>Few entries first, then a load beside which they are few, then changes of some of it, all through one pipeline.</summary>
    private static async Task LiveAsync(ScratchDirectory directory)
    {
        await directory.ImportAsync("territories", Invented.Territory("8", "Старый край", code: "8"));
        await directory.ImportAsync("centers", Invented.Center("1", "Центр", territory: "8"), Invented.Person("1", "Анна Ёлкина"));
        await directory.ImportAsync("many", Many(1, 60, territory: "8"));
        await AssertSoundAsync(directory);
        await directory.ImportAsync("many", [.. Many(1, 20, territory: "8"), .. Many(21, 55), Invented.Organization("x", "Иная")]);
        await AssertSoundAsync(directory);
        await directory.ImportAsync("territories", Invented.Territory("8", "Новый край", code: "8"));
    }

    private static IEnumerable<ImportRecord> Many(int first, int last, string? territory = null) => Enumerable.Range(first, last - first + 1).Select(i =>
        Invented.Organization($"{i}", $"Организация {i % 7} номер {i}", territory));

    /// <summary>FTS5 looks through its index itself.</summary>
    private static Task AssertSoundAsync(ScratchDirectory directory) => directory.AskAsync(async db =>
        db.Database.IsSqlite() ? await db.Database.ExecuteSqlRawAsync("""INSERT INTO "SearchTerms" ("SearchTerms") VALUES ('integrity-check')""") : 0);

    private static Task<double> ScoreAsync(ScratchDirectory directory) => directory.AskAsync(async db =>
    {
        var entries = await db.SearchEntries.Select(entry => entry.Position).ToListAsync();
        return entries.Select(position => new SearchHit(position, 0)).Single(hit => hit.Type == Data.Values.SearchType.Event).Score;
    });

    /// <summary>The word, once for each entry that has it.</summary>
    private static Task<List<string>> FoundAsync(ScratchDirectory directory, string stem) => directory.AskAsync(async db =>
        await (db.Database.IsSqlite()
            ? db.Database.SqlQuery<string>($"""SELECT {stem} AS "Value" FROM "SearchTerms" WHERE "SearchTerms" MATCH {"\"" + stem + "\""}""")
            : db.Database.SqlQuery<string>($"""SELECT {stem} AS "Value" FROM "SearchTerms" WHERE "Terms" @@ CAST({"'" + stem + "'"} AS tsquery)""")).ToListAsync());
}
