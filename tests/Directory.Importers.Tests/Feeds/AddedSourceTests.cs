using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>An operator drops a manifest and a file into a folder: nothing else, least of all C#.</summary>
public sealed class AddedSourceTests : IDisposable
{
    private readonly TestFeed folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("clubs.csv", "", "Код;Имя\n1;Клуб «Пример»\n2;Клуб «Образец»\n")]
    [InlineData("clubs.tsv", "", "Код\tИмя\n1\tКлуб «Пример»\n2\tКлуб «Образец»\n")]
    [InlineData("clubs.json", ", records: list", """{"list":[{"Код":1,"Имя":"Клуб «Пример»"},{"Код":2,"Имя":"Клуб «Образец»"}]}""")]
    [InlineData("clubs.ndjson", "", "{\"Код\":1,\"Имя\":\"Клуб «Пример»\"}\n{\"Код\":2,\"Имя\":\"Клуб «Образец»\"}\n")]
    [InlineData("clubs.xml", ", records: Список/Клуб", "<Список><Клуб><Код>1</Код><Имя>Клуб «Пример»</Имя></Клуб><Клуб><Код>2</Код><Имя>Клуб «Образец»</Имя></Клуб></Список>")]
    public async Task Adding_a_source_of_a_known_format_takes_one_yaml_file_and_a_fixture_no_csharp(string file, string more, string text)
    {
        folder.Write("own/clubs.yaml", $"""
            key: own-clubs
            title: Клубы
            source: {'{'} file: {file}{more} {'}'}
            record: Organization
            id-from: [Код]
            map: {'{'} name: Имя, kind: {'{'} const: INITIATIVE_GROUP {'}'} {'}'}
            test: {'{'} fixture: {file}, rows: 2 {'}'}
            """);
        folder.Write($"own/{file}", text);

        var (directory, outcome) = await ImportAsync("own-clubs");
        await using var _ = directory;

        Assert.Equal((ImportRunStatus.Applied, 2), (outcome.Status, outcome.Added));
        Assert.Equal(
            ["Клуб «Образец»", "Клуб «Пример»"],
            await directory.AskAsync(db => db.Organizations.Where(club => club.Kind == OrganizationKind.InitiativeGroup).OrderBy(club => club.NameFolded)
                .Select(club => club.Name).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("Клубы", await directory.AskAsync(db => db.Sources.Where(source => source.Key == "own-clubs").Select(source => source.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_calendar_becomes_events_and_a_feed_news_in_the_same_way()
    {
        folder.Write("own/events.yaml", """
            key: own-events
            title: Календарь
            source: { file: events.ics }
            record: Event
            id-from: [id]
            map: { title: title, date: { from: date, date: [edtf] }, startsAt: startsAt }
            ignore: [uid, description, endsAt, timeZone, status, place, latitude, longitude, url, categories, updated]
            """);
        folder.Write("own/events.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260315T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Приём\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        folder.Write("own/news.yaml", """
            key: own-news
            title: Лента
            source: { file: news.atom }
            record: NewsItem
            id-from: [id]
            map: { title: title, publishedAt: published }
            ignore: [url, summary, content, publishedOn, updated, author, categories, image, enclosure, language, feed]
            """);
        folder.Write("own/news.atom", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>Открылись</title><published>2026-03-15T10:00:00Z</published></entry></feed>");

        var (events, _) = await ImportAsync("own-events");
        var (news, _) = await ImportAsync("own-news");
        await using var both = events;
        await using var too = news;

        Assert.Equal(
            ["2026-03-15 10:00", "2026-03-22 10:00"],
            (await events.AskAsync(db => db.Events.OrderBy(item => item.StartsAt).Select(item => item.StartsAt!.Value).ToListAsync(TestContext.Current.CancellationToken)))
                .Select(time => time.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("Открылись", await news.AskAsync(db => db.News.Select(item => item.Title).SingleAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>As the server does it: the folder of the operator stands after that of the shipped feeds.</summary>
    private async Task<(ScratchDirectory Directory, ImportOutcome Outcome)> ImportAsync(string key)
    {
        var set = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds"), Path.Combine(folder.Folder, "own")]);
        Assert.DoesNotContain(set.Problems, problem => problem.File.StartsWith(folder.Folder, StringComparison.Ordinal));
        var manifest = set.Manifests.Single(manifest => manifest.Key == key);
        Assert.Empty((await TestFeed.CheckAsync(manifest)).Problems);
        var directory = await ScratchDirectory.CreateAsync();
        return (directory, await directory.RunAsync(manifest));
    }
}
