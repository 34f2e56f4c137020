using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Tests.Pages.Entries;

namespace CenterDirectory.Api.Tests.Pages.Lists;

/// <summary>Lists that lead to the pages of entries.</summary>
public partial class ListPagesTests(DirectoryServer server)
{
    [Theory]
    [InlineData("", "")]
    [InlineData("territory=omskaya-oblast", """territory: { within: "55" }""")]
    [InlineData("territory=55&support=METHODOLOGICAL", """territory: { within: "55" }, supportKinds: { some: { eq: METHODOLOGICAL } }""")]
    [InlineData("territory=RU-KHA", """territory: { within: "RU-KHA" }""")]
    [InlineData("support=financial", "supportKinds: { some: { eq: FINANCIAL } }")]
    [InlineData("q=«пробный» ЦЕНТР 1", """and: [{ displayName: { contains: "пробный" } }, { displayName: { contains: "1" } }]""")]
    [InlineData("q=черлак", """territoryText: { contains: "черлак" }""")]
    [InlineData("q=такого-нет", """displayName: { contains: "такогонет" }""")]
    [InlineData("territory=&support=&q=", "")]
    public async Task Centers_are_those_that_GraphQL_finds(string query, string where)
    {
        var answer = await server.TextAsync($"/centers?lang=en&{query}");
        var expected = await server.QueryAsync($$"""{ centers(first: 60, where: { {{where}} }, order: [{ displayName: ASC }]) { totalCount nodes { slug } } }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            expected.At("centers.nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()),
            Card().Matches(answer.Body).Select(match => match.Groups[1].Value));
        Assert.Equal(expected.At("centers.totalCount").GetInt32(), EntryPagesTests.LinkedData(answer.Body).GetProperty("@graph")[0].GetProperty("numberOfItems").GetInt32());
        Assert.InRange(answer.Statements.Count, 3, 4);
    }

    [Theory]
    [InlineData("territory=nowhere")]
    [InlineData("support=MAGIC")]
    public async Task A_filter_that_cannot_be_understood_is_said_to_be_one(string query)
    {
        var answer = await server.TextAsync($"/centers?lang=ru&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Такой территории или такого вида поддержки в справочнике нет", answer.Body, StringComparison.Ordinal);
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
    [InlineData("/territories?lang=ru")]
    public async Task Who_has_the_newest_list_is_told_so_without_a_statement(string address)
    {
        var first = await server.TextAsync(address);
        var again = await server.TextAsync(address, ifNoneMatch: first.Headers["ETag"]);

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.Status, again.Statements.Count));
    }

    [GeneratedRegex("<li><span class=\"title\"><a href=\"/centers/([^?]+)\\?lang=en\"")]
    private static partial Regex Card();
}
