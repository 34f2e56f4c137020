namespace CenterDirectory.Api.Tests.Operations;

/// <summary>Walking a list by its cursors gives what one page gives, nothing twice and nothing left out.</summary>
public class PagingTests(DirectoryServer server)
{
    [Theory]
    [InlineData("centers", "displayName", "")]
    [InlineData("centers", "startsOn", "order: [{ startsOn: DESC }]")]
    [InlineData("centers", "level", "order: [{ territory: { name: ASC } }, { level: DESC }]")]
    [InlineData("centers", "territoryText", "order: [{ territoryText: ASC }]")]
    [InlineData("services", "name", "where: { center: { slug: { startsWith: \"probnyj\" } }, status: { eq: SUSPENDED } }, order: [{ name: ASC }]")]
    [InlineData("organizations", "registeredOn", "order: [{ registeredOn: DESC }]")]
    [InlineData("events", "dateEarliest", "")]
    [InlineData("events", "date", "order: [{ date: DESC }]")]
    [InlineData("news", "publishedOn", "")]
    [InlineData("territories", "code", "")]
    [InlineData("territories", "kind", "order: [{ kind: DESC }]")]
    [InlineData("importRuns", "startedAt", "")]
    public async Task Pages_add_up_to_the_whole(string list, string field, string arguments)
    {
        var whole = await server.QueryAsync($"{{ {list}(first: 100{Comma(arguments)}) {{ totalCount nodes {{ id {field} }} }} }}");
        var expected = whole.At($"{list}.nodes").EnumerateArray().Select(node => node.ToString()).ToList();
        Assert.Equal(whole.At($"{list}.totalCount").GetInt32(), expected.Count);

        var walked = new List<string>();
        string? after = null;
        for (var pages = 0; pages < 40; pages++)
        {
            var start = after is null ? "" : $", after: \"{after}\"";
            var page = await server.QueryAsync(
                $"{{ {list}(first: 7{start}{Comma(arguments)}) {{ nodes {{ id {field} }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }}");
            walked.AddRange(page.At($"{list}.nodes").EnumerateArray().Select(node => node.ToString()));
            Assert.Equal(after is not null, page.At($"{list}.pageInfo.hasPreviousPage").GetBoolean());
            if (!page.At($"{list}.pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.At($"{list}.pageInfo.endCursor").GetString();
        }

        Assert.Equal(expected, walked);
    }

    [Theory]
    [InlineData("centers", "startsOn", "order: [{ startsOn: DESC }]")]
    [InlineData("events", "dateEarliest", "")]
    [InlineData("territories", "code", "")]
    public async Task Pages_from_the_end_add_up_to_the_whole_too(string list, string field, string arguments)
    {
        var whole = await server.QueryAsync($"{{ {list}(first: 100{Comma(arguments)}) {{ nodes {{ id {field} }} }} }}");

        var walked = new List<string>();
        var hasMore = true;
        for (string? before = null; hasMore;)
        {
            var end = before is null ? "" : $", before: \"{before}\"";
            var page = await server.QueryAsync($"{{ {list}(last: 7{end}{Comma(arguments)}) {{ nodes {{ id {field} }} pageInfo {{ hasPreviousPage startCursor }} }} }}");
            walked.InsertRange(0, page.At($"{list}.nodes").EnumerateArray().Select(node => node.ToString()));
            before = page.At($"{list}.pageInfo.startCursor").GetString();
            hasMore = page.At($"{list}.pageInfo.hasPreviousPage").GetBoolean() && walked.Count < 200;
        }

        Assert.Equal(whole.At($"{list}.nodes").EnumerateArray().Select(node => node.ToString()), walked);
    }

    [Fact]
    public async Task Pages_of_a_nested_list_add_up_too()
    {
        const string Slug = "probnyj-centr-05";
        var whole = await server.QueryAsync($$"""{ center(slug: "{{Slug}}") { services { nodes { slug } } } }""");
        var first = await server.QueryAsync($$"""{ center(slug: "{{Slug}}") { services(first: 4) { nodes { slug } pageInfo { endCursor hasNextPage } } } }""");
        Assert.True(first.At("center.services.pageInfo.hasNextPage").GetBoolean());
        var cursor = first.At("center.services.pageInfo.endCursor").GetString();
        var second = await server.QueryAsync($$"""{ center(slug: "{{Slug}}") { services(first: 4, after: "{{cursor}}") { nodes { slug } pageInfo { hasNextPage } } } }""");
        Assert.False(second.At("center.services.pageInfo.hasNextPage").GetBoolean());

        Assert.Equal(Slugs(whole), [.. Slugs(first), .. Slugs(second)]);

        static IEnumerable<string?> Slugs(Answer answer) => answer.At("center.services.nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var page = await server.QueryAsync("{ centers(first: 1) { pageInfo { endCursor } } }");
        var cursor = page.At("centers.pageInfo.endCursor").GetString();

        var answer = await server.QueryAsync($$"""{ centers(first: 1, after: "{{cursor}}", order: [{ status: ASC }]) { nodes { id } } }""");

        Assert.Equal("CURSOR_INVALID", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }

    private static string Comma(string arguments) => arguments.Length == 0 ? "" : ", " + arguments;
}
