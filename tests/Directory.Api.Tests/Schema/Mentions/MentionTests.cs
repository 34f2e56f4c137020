using System.Text.Json;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.Api.Tests.Schema.Mentions;

/// <summary>Mentions as a client asks for them.</summary>
public sealed class MentionTests
{
    private const string Feed = """
        key: invented
        title: Выдуманное
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [code]
            map: { slug: slug, name: name, kind: { const: REGION }, code: code }
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, territory: territory }
          - source: { file: organizations.csv }
            record: Organization
            id-from: [id]
            map: { slug: id, name: name, territory: territory }
          - source: { file: news.csv }
            record: NewsItem
            id-from: [id]
            map: { slug: id, title: title, text: text }
          - source: { file: links.csv }
            record: NewsCenter
            id-from: [id]
            map: { news: news, center: center }
        """;

    private const string Query = """
        { news(order: { title: ASC }) { nodes {
            title text
            mentions { totalCount nodes { text start length confidence target { __typename displayName ... on Center { slug } } } }
            centers { nodes { slug } } } } }
        """;

    [Fact]
    public async Task Words_place_confidence_and_target_are_answered_for_all_news_at_once()
    {
        await using var directory = await ImportedAsync();

        var answer = await directory.AskAsync(Query, cost: CostMode.Report);

        var news = answer.GetProperty("data").GetProperty("news").GetProperty("nodes");
        Assert.Equal(
            """[{"text":"Омский центр поддержки соседей","start":0,"length":30,"confidence":0.95,"target":{"__typename":"Center","displayName":"Омский центр поддержки соседей","slug":"c1"}},"""
            + """{"text":"Омской области","start":33,"length":14,"confidence":0.98,"target":{"__typename":"Territory","displayName":"Омская область"}}]""",
            news[0].GetProperty("mentions").GetProperty("nodes").GetRawText());
        Assert.Equal(2, news[0].GetProperty("mentions").GetProperty("totalCount").GetInt32());
        // News, mentions, their number, centers: however many news there are.
        Assert.Equal(4, answer.GetProperty("extensions").GetProperty("cost").GetProperty("statements").GetInt32());
    }

    [Fact]
    public async Task Centers_of_news_and_news_of_centers_are_stated_or_found_and_named_once()
    {
        await using var directory = await ImportedAsync();

        var data = await directory.DataAsync(
            "{ news(order: { title: ASC }) { nodes { centers(order: { slug: ASC }) { nodes { slug } } } } centers(order: { slug: ASC }) { nodes { news(order: { title: ASC }) { totalCount nodes { title } } } }"
            + " organization(slug: \"o1\") { news { nodes { title } } } }");

        Assert.Equal("""[{"centers":{"nodes":[{"slug":"c1"}]}},{"centers":{"nodes":[{"slug":"c2"}]}}]""", data.GetProperty("news").GetProperty("nodes").GetRawText());
        Assert.Equal(
            """[{"news":{"totalCount":1,"nodes":[{"title":"Весть 1"}]}},{"news":{"totalCount":1,"nodes":[{"title":"Весть 2"}]}}]""",
            data.GetProperty("centers").GetProperty("nodes").GetRawText());
        Assert.Equal("""{"news":{"nodes":[{"title":"Весть 2"}]}}""", data.GetProperty("organization").GetRawText());
    }

    [Fact]
    public async Task Pages_of_mentions_follow_the_text()
    {
        await using var directory = await ImportedAsync();

        var first = await MentionsAsync(directory, "first: 1");
        var next = await MentionsAsync(directory, $"first: 1, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");

        Assert.Equal(0, first.GetProperty("nodes")[0].GetProperty("start").GetInt32());
        Assert.True(next.GetProperty("nodes")[0].GetProperty("start").GetInt32() > 0);
        Assert.False(next.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    private static async Task<JsonElement> MentionsAsync(OwnDirectory directory, string arguments) =>
        (await directory.DataAsync($"{{ newsItem(slug: \"n1\") {{ mentions({arguments}) {{ nodes {{ start }} pageInfo {{ hasNextPage endCursor }} }} }} }}"))
        .GetProperty("newsItem").GetProperty("mentions");

    private static async Task<OwnDirectory> ImportedAsync()
    {
        var directory = await OwnDirectory.CreateAsync();
        directory.Write("invented.yaml", Feed);
        directory.Write("territories.csv", "code,slug,name\n55,omskaya-oblast,Омская область\n");
        directory.Write("centers.csv", "id,name,territory\nc1,Омский центр поддержки соседей,55\nc2,,55\n");
        directory.Write("organizations.csv", "id,name,territory\no1,Фонд «Соседи рядом»,55\n");
        directory.Write(
            "news.csv",
            "id,title,text\nn1,Весть 1,Омский центр поддержки соседей в Омской области открыт.\nn2,Весть 2,Грант получил фонд «Соседи рядом» и рад ему.\n");
        directory.Write("links.csv", "id,news,center\n1,n1,c1\n2,n2,c2\n");
        await directory.ImportAsync();
        return directory;
    }
}
