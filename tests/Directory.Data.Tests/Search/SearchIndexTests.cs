using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Search;

/// <summary>What search finds, the same on every database.</summary>
public abstract class SearchIndexTests(DatabaseKind kind)
{
    private static readonly DateTime Now = new(2026, 1, 15, 9, 30, 0, DateTimeKind.Utc);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    // Inflection, ё, case, punctuation.
    [InlineData("примерной областью", "primer, bez-imeni, centr, set, gorod, konferenciya, novost")]
    [InlineData("ЁЛКИ елку", "centr")]
    // Names before places before texts.
    [InlineData("город", "gorod, centr, konferenciya")]
    // Telephone, ОГРН and ИНН as typed.
    [InlineData("8 (000) 000-00-00", "centr")]
    [InlineData("1 0277 0013 2195", "org")]
    [InlineData("77 07 08 38 93", "org")]
    [InlineData("7714000001", "org")]
    // One edit in a long word that nothing has; none in short words.
    [InlineData("ресурный", "centr, bez-imeni")]
    [InlineData("ёлкк", "")]
    [InlineData("спорт", "centr")]
    [InlineData("нигде нет", "")]
    public async Task Finds(string question, string hits)
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);

        Assert.Equal(hits, await directory.FindAsync(question));
    }

    [Theory]
    [InlineData("примерн*", null)]
    [InlineData("\"", null)]
    [InlineData("names: OR ) ( -", null)]
    [InlineData("NEAR(a b, 2) ^c + d", "99")]
    [InlineData("'; DROP TABLE Centers; --", "'; --")]
    [InlineData("\0\u0001\ud800", null)]
    public async Task Nothing_that_is_typed_breaks_the_question(string question, string? territory)
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);

        _ = await directory.FindAsync(question, request => request with { Territory = territory });

        Assert.NotEmpty(await directory.FindAsync("пример"));
    }

    [Fact]
    public async Task Filters_by_type_territory_and_kind_of_support()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);

        Assert.Equal("set", await directory.FindAsync("пример", request => request with { Types = [SearchType.Network] }));
        Assert.Equal("centr", await directory.FindAsync("ресурсный центр", request => request with { Territory = "gorod" }));
        Assert.Equal("centr, bez-imeni", await directory.FindAsync("ресурсный центр", request => request with { Territory = "99" }));
        Assert.Equal("set", await directory.FindAsync("сеть", request => request with { Territory = "RU-XXX" }));
        Assert.Equal("", await directory.FindAsync("ресурсный центр", request => request with { Territory = "98" }));
        Assert.Equal("centr", await directory.FindAsync("ресурсный центр", request => request with { SupportKinds = [SupportKind.Consulting, SupportKind.Property] }));
    }

    [Fact]
    public async Task Counts_are_those_of_the_results()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);
        var found = await directory.Index.FindAsync(IndexedDirectory.Question("ресурсный центр"), Cancel);

        Assert.Equal(2, await directory.Index.CountAsync(found.Match, Cancel));
        Assert.Equal([new SearchCount<SearchType>(SearchType.Center, 2)], await directory.Index.CountByTypeAsync(found.Match, Cancel));
        Assert.Equal([new SearchCount<long>(1, 2)], await directory.Index.CountByRegionAsync(found.Match, 10, Cancel));
        Assert.Equal(
            [SupportKind.Consulting, SupportKind.MediaPromotion],
            (await directory.Index.CountBySupportKindAsync(found.Match, Cancel)).Select(count => count.Key).Order());
    }

    [Fact]
    public async Task Pages_visit_each_result_once_in_one_order()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);
        var all = (await directory.Index.FindAsync(IndexedDirectory.Question("пример город центр елка сеть") with { Text = "пример" }, Cancel)).Hits;
        var walked = new List<SearchHit>();
        for (SearchHit? after = null; ; after = walked[^1])
        {
            var page = await directory.Index.FindAsync(IndexedDirectory.Question("пример") with { First = 1, After = after }, Cancel);
            walked.AddRange(page.Hits);
            if (!page.HasMore)
            {
                break;
            }
        }

        Assert.True(all.Count > 3);
        Assert.Equal(all, walked);
        Assert.Equal(all.Select(hit => hit.Score).OrderDescending(), all.Select(hit => hit.Score));
    }

    [Fact]
    public async Task Active_centers_and_upcoming_events_come_first()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind, db => db.AddRange(
            Named("закрыт", CenterStatus.Closed), Named("открыт", CenterStatus.Active), Named("неизвестно", CenterStatus.Unknown),
            Held("прошла", "2025-01-10"), Held("будет", "2026-02-10"), Held("отменена", "2026-02-10", EventStatus.Cancelled)));

        Assert.Equal("открыт, неизвестно, закрыт", await directory.FindAsync("фонарь", request => request with { Types = [SearchType.Center] }));
        Assert.Equal("будет", (await directory.FindAsync("фонарь", request => request with { Types = [SearchType.Event] })).Split(", ")[0]);
    }

    [Fact]
    public async Task Fragments_show_the_words_with_their_fields()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);
        var found = await directory.Index.FindAsync(IndexedDirectory.Question("ёлки"), Cancel);

        var fragments = Assert.Single(await directory.Index.FragmentsAsync(found.Match, found.Hits, Cancel));

        Assert.Equal(["name", "aliases"], fragments.Select(fragment => fragment.Field));
        Assert.Equal("Ресурсный центр «Ёлка»", fragments[0].Text);
        Assert.Equal([new SearchRange(17, 4)], fragments[0].Ranges);
        Assert.Equal(["Ресурсный центр «Ёлка»"], await directory.Index.NamesAsync(found.Hits, Cancel));
    }

    [Fact]
    public async Task A_directory_without_an_index_gets_one_when_it_is_migrated()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind);
        using (var index = SearchTermsWriter.Open(BulkConnection.Of(directory.Db.Database.GetDbConnection())))
        {
            index.Clear();
        }

        await directory.Db.SearchStates.ExecuteDeleteAsync(Cancel);
        Assert.Equal("", await directory.FindAsync("ёлки"));

        await directory.MigrateAsync();

        Assert.Equal("centr", await directory.FindAsync("ёлки"));
    }

    [Fact]
    public async Task Names_in_English_are_found_and_shown_as_names()
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind, db => db.Add(
            new Event { Slug = "forum", Title = "Форум", NameEn = "Forum of resource centers", DisplayName = "Форум" }));
        var found = await directory.Index.FindAsync(IndexedDirectory.Question("resource center"), Cancel);

        Assert.Equal(SearchType.Event, Assert.Single(found.Hits).Type);
        Assert.Equal("title", Assert.Single(Assert.Single(await directory.Index.FragmentsAsync(found.Match, found.Hits, Cancel))).Field);
    }

    [Theory]
    [InlineData("Казань Победы", "")]
    [InlineData("мельница Казань", "kazan")]
    public async Task Of_an_address_the_place_counts_and_not_the_street(string question, string slugs)
    {
        await using var directory = await IndexedDirectory.CreateAsync(kind, db => db.Add(
            new Organization { Slug = "kazan", Name = "Мельница", DisplayName = "Мельница", AddressText = "420000, г. Казань, ул. Победы, д. 4" }));

        Assert.Equal(slugs, await directory.FindAsync(question));
    }

    private static Center Named(string slug, CenterStatus status) => new() { Slug = slug, Name = "Фонарь", DisplayName = "Фонарь", Status = status };

    private static Event Held(string slug, string date, EventStatus status = EventStatus.Confirmed) => new()
    {
        Slug = slug, Title = "Фонарь", DisplayName = "Фонарь", Status = status,
        Date = FuzzyDate.Parse(date), DateEarliest = DateOnly.Parse(date, null), DateLatest = DateOnly.Parse(date, null),
    };

    /// <summary>A sample directory with its index.</summary>
    private sealed class IndexedDirectory(TemporaryDatabase database, DirectoryDb db) : IAsyncDisposable
    {
        public DirectoryDb Db => db;

        public ISearchIndex Index { get; } = DatabaseProviders.IsSqlite(db)
            ? new SqliteSearchIndex(new PlainReader(db), db.Model, SearchSynonyms.Bundled)
            : new PostgresSearchIndex(new PlainReader(db), db.Model, SearchSynonyms.Bundled);

        public static async Task<IndexedDirectory> CreateAsync(DatabaseKind kind, Action<DirectoryDb>? add = null)
        {
            var database = await TemporaryDatabase.CreateMigratedAsync(kind);
            var db = database.CreateDbContext();
            await SampleDirectory.FillAsync(db, Cancel);
            add?.Invoke(db);
            await db.SaveChangesAsync(Cancel);
            await db.Database.OpenConnectionAsync(Cancel);
            await new SearchIndexer(BulkConnection.Of(db.Database.GetDbConnection()), db.Model, Now).RebuildAsync(Cancel);
            return new IndexedDirectory(database, db);
        }

        public static SearchRequest Question(string text) => new(text, SearchedType.Usual, null, null, 50, null);

        public async Task<string> FindAsync(string text, Func<SearchRequest, SearchRequest>? narrow = null)
        {
            var found = await Index.FindAsync((narrow ?? (request => request))(Question(text)), Cancel);
            var slugs = await SlugsAsync();
            return string.Join(", ", found.Hits.Select(hit => slugs[(hit.Type, hit.Id)]));
        }

        private async Task<Dictionary<(SearchType Type, long Id), string>> SlugsAsync()
        {
            var slugs = new Dictionary<(SearchType Type, long Id), string>();
            foreach (var type in SearchedType.All)
            {
                var table = db.Model.FindEntityType(type.Entity)!.GetTableName();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"""SELECT "Id", "Slug" FROM "{table}" """;
                await using var rows = await command.ExecuteReaderAsync(Cancel);
                while (await rows.ReadAsync(Cancel))
                {
                    slugs[(type.Type, rows.GetInt64(0))] = rows.GetString(1);
                }
            }

            return slugs;
        }

        public Task MigrateAsync() => database.MigrateAsync();

        public async ValueTask DisposeAsync()
        {
            await db.DisposeAsync();
            database.Dispose();
        }
    }
}

/// <summary>Search in a SQLite file.</summary>
public sealed class SqliteSearchIndexTests() : SearchIndexTests(DatabaseKind.Sqlite);

/// <summary>Search on a server.</summary>
public sealed class PostgresSearchIndexTests() : SearchIndexTests(DatabaseKind.Postgres);
