using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;

namespace CenterDirectory.Api.Tests.Feeds;

/// <summary>Feeds of the shipped reports as the server sends them.</summary>
public partial class FeedsOverHttpTests(DirectoryServer server)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files() => new(FeedNames.All.SelectMany(subject => FeedFormat.Of(subject.Subject), (subject, format) => $"{subject.Segment}.{format.Extension}"));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_feed_is_sent_with_what_caches_and_pages_need(string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/{file}");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await server.Client.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(FeedFormat.All.Single(format => file.EndsWith("." + format.Extension, StringComparison.Ordinal)).ContentType, response.Content.Headers.ContentType?.ToString());
        Assert.NotNull(response.Headers.ETag);
        Assert.False(response.Headers.ETag.IsWeak);
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Link", string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.Contains($"<{server.Client.BaseAddress}feeds/{file}>; rel=\"self\"", Links(response), StringComparison.Ordinal);
        Assert.Contains("rel=\"alternate\"; type=\"text/html\"", Links(response), StringComparison.Ordinal);
        Assert.NotEmpty(body);
    }

    public static TheoryData<string> Documents() => new(Files().Select(file => file.Data).Where(file => !file.EndsWith(".csv", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Readers_that_are_not_ours_find_nothing_wrong(string file)
    {
        var entries = await ForeignReader.ReadAsync(file.Split('.')[1], await server.Client.GetStringAsync($"/feeds/{file}", Cancellation));

        Assert.True(entries.GetArrayLength() > 0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Who_has_the_newest_revision_costs_no_statement(string file)
    {
        using var first = await server.Client.GetAsync($"/feeds/{file}", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/{file}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var answer = await server.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotModified, ""), (answer.Status, answer.Body));
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task What_is_upcoming_has_a_tag_of_its_quarter_of_an_hour()
    {
        using var response = await server.Client.GetAsync("/feeds/events.ics?upcoming=true", Cancellation);

        Assert.EndsWith("-202601150930\"", response.Headers.ETag!.Tag, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Head_has_the_headers_and_no_body(string file)
    {
        using var get = await server.Client.GetAsync($"/feeds/{file}", Cancellation);
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/feeds/{file}"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(Links(get), Links(head));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("events.atom")]
    [InlineData("news.atom")]
    [InlineData("changes.atom")]
    public async Task Pages_lead_through_everything_once(string file)
    {
        var whole = await IdsAsync($"/feeds/{file}?limit=1000");
        var paged = new List<string>();
        for (string? address = $"/feeds/{file}?limit=2"; address is not null;)
        {
            using var response = await server.Client.GetAsync(address, Cancellation);
            var page = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!;
            paged.AddRange(page.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            var next = page.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
            Assert.Equal(next, NextLink().Match(Links(response)) is { Success: true } match ? match.Groups[1].Value : null);
            address = next;
            Assert.True(paged.Count <= whole.Count, "The pages go round in a circle.");
        }

        Assert.Equal(whole, paged);
        Assert.True(whole.Count > 3);
    }

    [Theory]
    [InlineData("events.csv")]
    [InlineData("events.ics")]
    public async Task Calendar_and_table_are_whole_unless_told_otherwise_and_then_go_on(string file)
    {
        var whole = Entries(await server.Client.GetStringAsync($"/feeds/{file}", Cancellation));
        var paged = 0;
        for (string? address = $"/feeds/{file}?limit=3"; address is not null;)
        {
            using var response = await server.Client.GetAsync(address, Cancellation);
            paged += Entries(await response.Content.ReadAsStringAsync(Cancellation));
            address = NextLink().Match(Links(response)) is { Success: true } match ? match.Groups[1].Value : null;
        }

        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData("/feeds/events.rss?knd=SEMINAR", "knd", "kind")]
    [InlineData("/feeds/events.json?kind=SEMINARS", "kind", "SEMINAR")]
    [InlineData("/feeds/news.atom?territory=270", "territory", "27")]
    [InlineData("/feeds/changes.atom?type=EVENTS", "type", "EVENT")]
    public async Task What_is_wrong_is_told_with_what_is_right(string address, string parameter, string allowed)
    {
        foreach (var (language, title) in new[] { ("ru", "В адресе неверные параметры"), ("en", "The address has wrong parameters") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            var answer = await server.SendAsync(request);

            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
            Assert.Equal(title, answer.Json.GetProperty("title").GetString());
            var error = answer.Json.GetProperty("errors").EnumerateArray().Single();
            Assert.Equal(parameter, error.GetProperty("parameter").GetString());
            Assert.Contains(allowed, error.GetProperty("allowed").EnumerateArray().Select(value => value.GetString()));
        }
    }

    [Theory]
    [InlineData("/territories/27/events.rss", "/feeds/events.rss?territory=27")]
    [InlineData("/territories/habarovskij-kraj/news.json", "/feeds/news.json?territory=RU-KHA")]
    [InlineData("/centers/raduzhnyj-podderzhka-so-nko/events.csv", "/feeds/events.csv?center=raduzhnyj-podderzhka-so-nko")]
    public async Task A_center_or_territory_has_feeds_of_its_own(string own, string filtered)
    {
        var slug = own.StartsWith("/centers/", StringComparison.Ordinal) ? await CenterAsync() : null;
        var (one, other) = (own.Replace("raduzhnyj-podderzhka-so-nko", slug, StringComparison.Ordinal), filtered.Replace("raduzhnyj-podderzhka-so-nko", slug, StringComparison.Ordinal));

        var ids = Ids(await server.Client.GetStringAsync(one, Cancellation));

        Assert.NotEmpty(ids);
        Assert.Equal(Ids(await server.Client.GetStringAsync(other, Cancellation)), ids);
    }

    [Theory]
    [InlineData("/centers/nobody/events.ics")]
    [InlineData("/territories/nowhere/news.rss")]
    public async Task Nobody_has_no_feed(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await server.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    /// <summary>The words of a feed's address mean what they mean in GraphQL.</summary>
    [Theory]
    [InlineData("territory=55", "territory: { within: \"55\" }")]
    [InlineData("kind=ROUND_TABLE,MEETING", "kind: { in: [ROUND_TABLE, MEETING] }")]
    [InlineData("status=PLANNED", "status: { eq: PLANNED }")]
    [InlineData("audience=NONPROFITS", "audiences: { some: { eq: NONPROFITS } }")]
    [InlineData("from=2019-03-15&to=2019-04", "date: { overlaps: { from: \"2019-03-15\", to: \"2019-04-30\" } }")]
    [InlineData("from=2019", "date: { overlaps: { from: \"2019-01-01\" } }")]
    [InlineData("upcoming=false", "isUpcoming: { eq: false }")]
    [InlineData("q=ресурсных", "or: [{ title: { contains: \"ресурсн\" } }, { description: { contains: \"ресурсн\" } }]")]
    [InlineData("q=для ЦЕНТРАМИ", "or: [{ title: { contains: \"центр\" } }, { description: { contains: \"центр\" } }]")]
    public async Task Filters_mean_what_they_mean_in_GraphQL(string query, string where)
    {
        var feed = JsonElement.Parse(await server.Client.GetStringAsync($"/feeds/events.json?limit=1000&{query}", Cancellation));
        var answer = await server.QueryAsync($"{{ events(first: 100, where: {{ {where} }}) {{ nodes {{ title }} }} }}");

        var expected = answer.Data.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_may_have_other_delimiters()
    {
        var table = await server.Client.GetStringAsync("/feeds/events.csv?delimiter=semicolon", Cancellation);

        Assert.StartsWith("id;title;kind;", table.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_of_events() => Stable(await server.Client.GetStringAsync("/feeds/events.rss?limit=3", Cancellation)).MatchSnapshot();

    [Fact]
    public async Task Feed_of_news() => Stable(await server.Client.GetStringAsync("/feeds/news.json?limit=2&lang=en", Cancellation)).MatchSnapshot();

    [Fact]
    public async Task Feed_of_changes() => Stable(await server.Client.GetStringAsync("/feeds/changes.atom?type=EVENT&limit=2", Cancellation)).MatchSnapshot();

    private async Task<string> CenterAsync()
    {
        var answer = await server.QueryAsync("{ events(where: { centers: { any: true } }, first: 1) { nodes { centers(first: 1) { nodes { slug } } } } }");
        return answer.At("events.nodes.0.centers.nodes.0.slug").GetString()!;
    }

    private async Task<List<string>> IdsAsync(string address) =>
        [.. XDocument.Parse(await server.Client.GetStringAsync(address, Cancellation)).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];

    private static List<string> Ids(string text) => [.. TagId().Matches(text).Select(match => match.Value)];

    private static int Entries(string text) => text.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal) ? text.Split("BEGIN:VEVENT").Length - 1 : text.Split("tag:center").Length - 1;

    private static string Links(HttpResponseMessage response) => string.Join(", ", response.Headers.GetValues("Link"));

    /// <summary>The port is another one in each run.</summary>
    private string Stable(string text) => text.Replace(server.Client.BaseAddress!.ToString(), "https://directory.example/", StringComparison.Ordinal);

    [GeneratedRegex("<([^>]*)>; rel=\"next\"")]
    private static partial Regex NextLink();

    [GeneratedRegex("tag:[a-z.-]+,2026:(event|news)/\\d+")]
    private static partial Regex TagId();
}
