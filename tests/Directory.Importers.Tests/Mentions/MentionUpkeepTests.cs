using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Mentions;

/// <summary>Mentions follow from the directory as it is, whatever came first and whatever came between.</summary>
public sealed class MentionUpkeepTests
{
    private const string Text = "Центр «Опора добра» в Омской области открыл Пётр Смирнов. Смирнов рад: гости приехали из Тюмени.";

    private static readonly ImportRecord[] Places = [Invented.Territory("55", "Омская область", code: "55"), Invented.Territory("72", "Тюменская область", code: "72")];
    private static readonly ImportRecord[] Town = [Invented.Territory("t", "Тюмень", parent: "72", kind: "Locality")];
    private static readonly ImportRecord[] Organizations = [Invented.Organization("1", "Центр «Опора добра»", territory: "55", ogrn: "1025501246814")];
    private static readonly ImportRecord[] People = [Invented.Person("p", "Пётр Смирнов"), Invented.Role("r", "p", "директор")];
    private static readonly ImportRecord[] News = [Item("n", Text)];

    private const string All = "Organization «Центр «Опора добра»» Territory «Омской области» Person «Пётр Смирнов» Person «Смирнов» Territory «Тюмени»";

    [Fact]
    public async Task Whatever_is_imported_first_the_mentions_are_the_same()
    {
        (string Key, ImportRecord[] Records)[] sources = [("places", Places), ("towns", Town), ("organizations", Organizations), ("people", People), ("news", News)];
        string? dump = null;
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var order = sources.ToArray();
            new Random(seed).Shuffle(order);
            await using var directory = await ScratchDirectory.CreateAsync();
            foreach (var (key, records) in order)
            {
                Assert.True((await directory.ImportAsync(key, records)).IsSuccess);
            }

            Assert.Equal(All, await MentionsAsync(directory));
            var found = await WithConfidenceAsync(directory);
            Assert.Equal(dump ??= found, found);
        }
    }

    [Fact]
    public async Task An_entry_that_appears_is_found_in_news_that_are_there_and_gone_when_it_goes()
    {
        await using var directory = await ImportedAsync();
        await directory.ImportAsync("organizations", Invented.Organization("1", "Иное"));
        Assert.DoesNotContain("Organization", await MentionsAsync(directory), StringComparison.Ordinal);

        var back = await directory.ImportAsync("organizations", Organizations);

        Assert.Equal(All, await MentionsAsync(directory));
        Assert.Contains("mentions", await FieldsAsync(directory, back, EntryType.NewsItem));
        var gone = await directory.ImportAsync("organizations");
        Assert.DoesNotContain("Organization", await MentionsAsync(directory), StringComparison.Ordinal);
        Assert.Contains("mentions", await FieldsAsync(directory, gone, EntryType.NewsItem));
    }

    [Fact]
    public async Task Who_loses_the_last_public_role_is_mentioned_no_more()
    {
        await using var directory = await ImportedAsync();

        var outcome = await directory.ImportAsync("people", Invented.Person("p", "Пётр Смирнов"), Invented.Role("r", "p", "директор", period: "2001/2002"));

        Assert.DoesNotContain("Person", await MentionsAsync(directory), StringComparison.Ordinal);
        Assert.Contains("mentions", await FieldsAsync(directory, outcome, EntryType.NewsItem));
    }

    [Fact]
    public async Task A_namesake_takes_the_mention_away_and_gives_it_back()
    {
        await using var directory = await ImportedAsync();

        await directory.ImportAsync("others", Invented.Organization("2", "Центр «Опора добра»", territory: "55", ogrn: "1025501246902"));
        Assert.DoesNotContain("Organization", await MentionsAsync(directory), StringComparison.Ordinal);
        await directory.ImportAsync("others", Invented.Organization("2", "Другое"));

        Assert.Equal(All, await MentionsAsync(directory));
    }

    [Fact]
    public async Task News_that_change_or_lose_their_text_are_read_again()
    {
        await using var directory = await ImportedAsync();
        await directory.ImportAsync("news", Item("n", "Гости приехали из Тюмени."));
        Assert.Equal("Territory «Тюмени»", await MentionsAsync(directory));

        await directory.ImportAsync("news", Item("n", null));

        Assert.Equal("", await MentionsAsync(directory));
    }

    [Fact]
    public async Task A_territory_that_moves_decides_anew()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("places", Places);
        await directory.ImportAsync("towns", Invented.Territory("a", "Радужный", parent: "55", kind: "Locality"), Invented.Territory("b", "Радужный", kind: "Locality"));
        await directory.ImportAsync("news", Item("n", "В Радужном (Тюменская область) праздник."));
        Assert.Equal("Territory «Тюменская область»", await MentionsAsync(directory));

        await directory.ImportAsync("towns", Invented.Territory("a", "Радужный", parent: "55", kind: "Locality"), Invented.Territory("b", "Радужный", parent: "72", kind: "Locality"));

        Assert.Equal("Territory «Радужном» Territory «Тюменская область»", await MentionsAsync(directory));
    }

    [Fact]
    public async Task Found_and_stated_mentions_are_one_list_and_tell_both_sides()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("centers", Invented.Center("c", "Единый центр помощи Заречья"), Invented.Center("d"));
        var stated = new ImportRecord("NewsCenter", "l", "rows", 2, """{"news":"n","center":"centers:c"}"""u8.ToArray(), null, [new("news", "NewsItem", "n"), new("center", "Center", "centers:c")]);

        var outcome = await directory.ImportAsync("news", Item("n", "Сегодня Единый центр помощи Заречья открыт."), Item("m", "Единого центра помощи Заречья ещё нет."), stated);
        Assert.Equal(2, await directory.AskAsync(db => db.Set<Data.Entities.Links.CenterNews>().CountAsync()));
        Assert.Contains("news", await FieldsAsync(directory, outcome, EntryType.Center));

        // What is stated no more is found all the same.
        await directory.ImportAsync("news", Item("n", "Сегодня Единый центр помощи Заречья открыт."), Item("m", "Ничего."));
        Assert.Equal("n", Assert.Single(await directory.AskAsync(db => db.Set<Data.Entities.Links.CenterNews>().Select(link => link.News.Title).ToListAsync())));
    }

    [Fact]
    public async Task Many_changed_names_and_few_lead_to_the_same_mentions()
    {
        var crowd = Enumerable.Range(0, 400).Select(i => Invented.Organization($"{i}", $"Общество любителей деревни номер {i}")).ToList();
        await using var atOnce = await ImportedAsync();
        await using var slowly = await ImportedAsync();
        var news = Enumerable.Range(0, 30).Select(i => Item($"{i}", $"Сегодня Общество любителей деревни номер {i * 13} собралось в Тюмени.")).ToList();
        await atOnce.ImportAsync("crowd", crowd);
        await atOnce.ImportAsync("more", news);

        await slowly.ImportAsync("more", news);
        // The last step brings one name that a text has: it is looked up in the index of search.
        foreach (var count in new[] { 200, 377, 378, 400 })
        {
            await slowly.ImportAsync("crowd", crowd.Take(count));
        }

        Assert.Equal(await WithConfidenceAsync(atOnce), await WithConfidenceAsync(slowly));
        Assert.Contains("номер 377", await MentionsAsync(slowly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await using var directory = await ImportedAsync();
        var before = await directory.DumpAsync();

        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("news", News)).Status);
        var ids = await directory.AskAsync(db => db.Mentions.Select(mention => mention.Id).ToListAsync());
        await directory.ImportAsync("other", Item("x", "Ни слова."));

        Assert.Equal(ids, await directory.AskAsync(db => db.Mentions.Select(mention => mention.Id).ToListAsync()));
        Assert.NotEmpty(before);
    }

    private static async Task<ScratchDirectory> ImportedAsync()
    {
        var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("places", Places);
        await directory.ImportAsync("towns", Town);
        await directory.ImportAsync("organizations", Organizations);
        await directory.ImportAsync("people", People);
        await directory.ImportAsync("news", News);
        return directory;
    }

    private static ImportRecord Item(string id, string? text) => Invented.Record("NewsItem", id, new { title = id, text });

    private static async Task<string> MentionsAsync(ScratchDirectory directory) =>
        string.Join(' ', (await ReadAsync(directory)).Select(mention => $"{mention.Target.GetType().Name} «{mention.Text}»"));

    private static async Task<string> WithConfidenceAsync(ScratchDirectory directory) =>
        string.Join('\n', (await ReadAsync(directory)).Select(mention => $"{mention.News.Title} {mention.Start} {mention.Length} {mention.Target.DisplayName} {mention.Confidence}"));

    private static Task<List<Data.Entities.Links.Mention>> ReadAsync(ScratchDirectory directory) => directory.AskAsync(db => db.Mentions
        .Include(mention => mention.News).Include(mention => mention.TargetCenter).Include(mention => mention.TargetOrganization)
        .Include(mention => mention.TargetPerson).Include(mention => mention.TargetTerritory).OrderBy(mention => mention.News.Title).ThenBy(mention => mention.Start).ToListAsync());

    private static Task<List<string>> FieldsAsync(ScratchDirectory directory, ImportOutcome outcome, EntryType type) => directory.AskAsync(async db =>
        (await db.Changes.Where(change => change.RevisionNumber == outcome.Revision && change.Type == type).ToListAsync())
            .SelectMany(change => change.Kind == ChangeKind.Created ? ["news"] : change.Fields).ToList());
}
