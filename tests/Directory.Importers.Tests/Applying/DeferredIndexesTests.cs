using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Applying;

public sealed class DeferredIndexesTests
{
    [Fact]
    public async Task After_a_large_load_every_index_is_back_and_finds_what_was_loaded()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        var before = await IndexesAsync(directory);
        directory.Pipeline.LargeLoad = 1;

        var outcome = await directory.ImportAsync("centers", Invented.Center("1", "Первый"), Invented.Center("2", "Второй"));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal(before, await IndexesAsync(directory));
        Assert.Equal("ok", Assert.Single(await directory.AskAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync())));
        var found = """SELECT "Slug" AS "Value" FROM "Centers" INDEXED BY "IX_Centers_DisplayNameFolded_Id" WHERE "DisplayNameFolded" = 'второй'""";
        Assert.Equal(["vtoroj"], await directory.AskAsync(db => db.Database.SqlQueryRaw<string>(found).ToListAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task Whose_slug_is_whose_is_the_same_after_a_large_first_load_as_after_a_small_one(int largeLoad)
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        directory.Pipeline.LargeLoad = largeLoad;

        await directory.ImportAsync(
            "centers", Invented.Center("3", "Дом"), Invented.Center("10", "Дом"), Invented.Center("9", "Сад"), Invented.Center("2", "Дом"),
            Invented.Record("Center", "1", new { name = "Сад", slug = "dom" }));

        var slugs = await directory.AskAsync(db => db.SourceRecords.OrderBy(record => record.ExternalId)
            .Join(db.Centers, record => record.EntityId, center => center.Id, (record, center) => $"{record.ExternalId}: {center.Slug}").ToListAsync());
        Assert.Equal(
            ["1: dom", .. new[] { "10", "2", "3" }.Select(id => $"{id}: {Slug.WithSuffix("dom", $"Center centers {id}")}"), "9: sad"], slugs);
        await directory.ImportAsync("other", Invented.Center("1", "Сад"), Invented.Center("2", "Сад и огород"));
        Assert.Equal(7, await directory.AskAsync(db => db.Centers.Select(center => center.Slug).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_small_load_beside_many_rows_leaves_the_indexes_alone()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        directory.Pipeline.LargeLoad = 2;
        await directory.ImportAsync("centers", Enumerable.Range(1, 9).Select(id => Invented.Center($"{id}", $"Центр {id}")));
        var before = await SchemaVersionAsync(directory);

        await directory.ImportAsync("more", Enumerable.Range(1, 5).Select(id => Invented.Center($"{id}", $"Дом {id}")));

        Assert.Equal(before, await SchemaVersionAsync(directory));
    }

    [Fact]
    public async Task A_large_load_that_is_compared_with_known_records_takes_their_indexes_away_as_well()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        directory.Pipeline.LargeLoad = 1;
        await directory.ImportAsync("one", Invented.Record("Organization", "1", new { name = "АНО «Тихая гавань детства»", territory = "55" }));

        var outcome = await directory.ImportAsync("other", Enumerable.Range(1, 5)
            .Select(id => Invented.Record("Organization", $"{id}", new { name = $"АНО «Тихая гавань {(id == 5 ? "детства" : $"{id}")}»", territory = "55" })));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal(5, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task An_index_that_holds_few_of_the_rows_stays_during_a_large_load()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        await using var session = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        var before = await directory.AskAsync(NamesAsync);
        await session.BeginAsync(TestContext.Current.CancellationToken);

        await new DeferredIndexes(session, largeLoad: 1).DropAsync("Organizations", added: 10, TestContext.Current.CancellationToken);
        var left = await NamesAsync(session.Db);
        await session.RollbackAsync();

        string[] sparse = ["IX_Organizations_LocationX_LocationY_LocationZ", "IX_Organizations_ParentId", "IX_Organizations_VerifiedById"];
        Assert.Superset(sparse.ToHashSet(), left.ToHashSet());
        Assert.DoesNotContain("IX_Organizations_Ogrn", left);
        Assert.Contains("IX_Organizations_Ogrn", before);

        static Task<List<string>> NamesAsync(DbContext db) => db.Database.SqlQueryRaw<string>(
            """SELECT name AS "Value" FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Organizations'""").ToListAsync();
    }

    private static Task<List<string>> IndexesAsync(ScratchDirectory directory) => directory.AskAsync(db => db.Database.SqlQueryRaw<string>(
        """SELECT name || ': ' || sql AS "Value" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1""").ToListAsync());

    /// <summary>SQLite counts every change of the schema.</summary>
    private static Task<long> SchemaVersionAsync(ScratchDirectory directory) =>
        directory.AskAsync(async db => (await db.Database.SqlQueryRaw<long>("PRAGMA schema_version").ToListAsync()).Single());
}
