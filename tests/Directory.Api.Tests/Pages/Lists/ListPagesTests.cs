using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Tests.Pages.Entries;

namespace CenterDirectory.Api.Tests.Pages.Lists;

/// <summary>Lists that lead to the pages of entries.</summary>
public partial class ListPagesTests(DirectoryServer server) : IAsyncLifetime
{
    /// <summary>What the server looks up once for all pages, such as the time of the revision, is looked up before statements are counted.</summary>
    public async ValueTask InitializeAsync() => await server.TextAsync("/territories?lang=en");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("territory=omskaya-oblast", """territory: { within: "55" }""")]
    [InlineData("territory=55&support=METHODOLOGICAL", """territory: { within: "55" }, supportKinds: { some: { eq: METHODOLOGICAL } }""")]
    [InlineData("territory=RU-KHA", """territory: { within: "RU-KHA" }""")]
    [InlineData("support=financial&audience=nonprofits", "supportKinds: { some: { eq: FINANCIAL } }, audiences: { some: { eq: NONPROFITS } }")]
    [InlineData("territory=&support=&q=", "")]
    public Task Centers_are_those_that_GraphQL_finds(string query, string where) => AssertSameAsync("centers", "displayName: ASC", query, where);

    [Theory]
    [InlineData("services", "displayName: ASC", "support=consulting", "supportKinds: { some: { eq: CONSULTING } }")]
    [InlineData("services", "displayName: ASC", "territory=27&fee=FREE", "territory: { within: \"27\" }, fee: { eq: FREE }")]
    [InlineData("organizations", "displayName: ASC", "kind=NONPROFIT", "kind: { eq: NONPROFIT }")]
    [InlineData("organizations", "displayName: ASC", "territory=RU-KHA", "territory: { within: \"27\" }")]
    [InlineData("events", null, "", "")]
    [InlineData("events", null, "kind=round_table&territory=55", "kind: { eq: ROUND_TABLE }, territory: { within: \"55\" }")]
    [InlineData("events", null, "audience=NONPROFITS&upcoming=false", "audiences: { some: { eq: NONPROFITS } }, isUpcoming: { eq: false }")]
    [InlineData("events", null, "upcoming=true", "isUpcoming: { eq: true }")]
    [InlineData("news", null, "", "")]
    [InlineData("news", null, "territory=27", "territory: { within: \"27\" }")]
    public Task Other_lists_too(string list, string? order, string query, string where) => AssertSameAsync(list, order, query, where);

    [Theory]
    [InlineData("centers", "CENTER", "центры")]
    [InlineData("centers", "CENTER", "ПРОБНЫМ «центрам»")]
    [InlineData("centers", "CENTER", "черлак")]
    [InlineData("services", "SERVICE", "консультации")]
    [InlineData("organizations", "ORGANIZATION", "администрациями")]
    [InlineData("events", "EVENT", "сетей ресурсных центров")]
    [InlineData("news", "NEWS_ITEM", "ресурсным центром")]
    [InlineData("centers", "CENTER", "такогонет")]
    public async Task Words_are_found_in_any_form_and_the_best_come_first(string list, string type, string words)
    {
        var answer = await server.TextAsync($"/{list}?lang=en&q={words}");
        var expected = await server.QueryAsync($$"""{ search(query: "{{words}}", types: [{{type}}], first: 60) { totalCount nodes { ... on DirectoryEntry { slug } } } }""");

        Assert.Equal(expected.At("search.nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()), Slugs(answer.Body, list));
        Assert.Equal(expected.At("search.totalCount").GetInt32(), NumberOfItems(answer.Body));
        Assert.Equal(words == "такогонет", expected.At("search.totalCount").GetInt32() == 0);
        Assert.InRange(answer.Statements.Count, 3, 8);
    }

    [Fact]
    public async Task Words_and_choices_hold_together()
    {
        var both = await server.TextAsync("/centers?lang=en&q=центры&territory=55");
        var kinds = await server.TextAsync("/centers?lang=en&q=центры&territory=55&support=METHODOLOGICAL");
        var elsewhere = await server.TextAsync("/centers?lang=en&q=центры&territory=77");

        Assert.NotEmpty(Slugs(both.Body, "centers"));
        Assert.InRange(Slugs(kinds.Body, "centers").Count, 1, Slugs(both.Body, "centers").Count - 1);
        Assert.Empty(Slugs(elsewhere.Body, "centers"));
    }

    [Fact]
    public async Task What_is_chosen_can_be_followed_as_a_feed()
    {
        var events = await server.TextAsync("/events?lang=en&territory=55&kind=ROUND_TABLE&q=встреча");
        var news = await server.TextAsync("/news?lang=en&territory=55");

        Assert.Contains("href=\"/feeds?territory=55&amp;kind=ROUND_TABLE&amp;q=%D0%B2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B0&amp;lang=en\"", events.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds?feed=news&amp;territory=55&amp;lang=en\"", news.Body, StringComparison.Ordinal);
        foreach (var address in new[] { "/feeds?territory=55&kind=ROUND_TABLE&q=встреча", "/feeds?feed=news&territory=55" })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.TextAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Lists_lead_to_each_other_and_keep_the_territory()
    {
        var answer = await server.TextAsync("/events?lang=en&territory=55");

        Assert.All(["centers", "services", "news", "organizations"], list =>
            Assert.Contains($"href=\"/{list}?territory=omskaya-oblast&amp;lang=en\"", answer.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("centers?territory=nowhere")]
    [InlineData("centers?support=MAGIC")]
    [InlineData("events?upcoming=perhaps")]
    [InlineData("organizations?kind=0")]
    public async Task A_filter_that_cannot_be_understood_is_said_to_be_one(string query)
    {
        var answer = await server.TextAsync($"/{query}&lang=ru");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Такой территории или такого значения в справочнике нет", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"cards\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_keeps_what_was_chosen_and_may_be_sent()
    {
        var answer = await server.TextAsync("/centers?lang=ru&territory=55&support=TRAINING&q=центр");

        Assert.Contains("""<option value="omskaya-oblast" selected>""", answer.Body, StringComparison.Ordinal);
        Assert.Contains("""<option value="TRAINING" selected>""", answer.Body, StringComparison.Ordinal);
        Assert.Contains("""name="q" value="центр" """.TrimEnd(), answer.Body, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="lang" value="ru">""", answer.Body, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("noindex", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Territories_count_the_centers_there_and_below()
    {
        var answer = await server.TextAsync("/territories?lang=en");
        var expected = await server.QueryAsync("""{ coverage(territory: "55") { knownCenters } }""");

        Assert.Contains($"Omsk Oblast</a> <span class=\"quiet\">– {expected.At("coverage.knownCenters")} centers</span>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Moscow Oblast</a> <span class=\"quiet\">– none known</span>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(2, answer.Statements.Count);
    }

    [Theory]
    [InlineData("/centers?lang=ru&territory=55")]
    [InlineData("/events?lang=ru&q=встречи")]
    [InlineData("/territories?lang=ru")]
    public async Task Who_has_the_newest_list_is_told_so_without_a_statement(string address)
    {
        var first = await server.TextAsync(address);
        var again = await server.TextAsync(address, ifNoneMatch: first.Headers["ETag"]);

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.Status, again.Statements.Count));
    }

    private async Task AssertSameAsync(string list, string? order, string query, string where)
    {
        var answer = await server.TextAsync($"/{list}?lang=en&{query}");
        var arguments = $"first: 60, where: {{ {where} }}{(order is null ? "" : $", order: [{{ {order} }}]")}";
        var expected = await server.QueryAsync($$"""{ {{list}}({{arguments}}) { totalCount nodes { slug } } }""");
        var (slugs, nodes) = (Slugs(answer.Body, list), expected.At($"{list}.nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // Events and news have an order of their own here.
        Assert.Equal(order is null ? nodes.Order(StringComparer.Ordinal) : nodes, order is null ? slugs.Order(StringComparer.Ordinal) : slugs);
        Assert.Equal(expected.At($"{list}.totalCount").GetInt32(), NumberOfItems(answer.Body));
        Assert.InRange(answer.Statements.Count, 3, 4);
    }

    private static List<string> Slugs(string page, string list) =>
        [.. Card().Matches(page).Where(match => match.Groups[1].Value == list).Select(match => match.Groups[2].Value)];

    private static int NumberOfItems(string page) => EntryPagesTests.LinkedData(page).GetProperty("@graph")[0].GetProperty("numberOfItems").GetInt32();

    [GeneratedRegex("<li><span class=\"title\"><a href=\"/([a-z]+)/([^?]+)\\?lang=en\"")]
    private static partial Regex Card();
}
