namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>What is too much is refused with code, limit and figure, before any statement.</summary>
public sealed class PageLimitTests(LibraryFixture library)
{
    [Theory]
    [InlineData("{ books(first: 51) { nodes { id } } }", "pageSize", 51, 50)]
    [InlineData("{ books(last: 51) { nodes { id } } }", "pageSize", 51, 50)]
    [InlineData("{ libraries(first: 1000) { nodes { id } } }", "pageSize", 1000, 100)]
    [InlineData("{ libraries { nodes { books(first: 101) { totalCount } } } }", "pageSize", 101, 100)]
    [InlineData("{ libraries(first: 100) { nodes { books(first: 50) { nodes { id } } } } }", "rows", 5100, 5000)]
    [InlineData("{ libraries { nodes { books(first: 10) { nodes { authors(first: 100) { nodes { id } } } } } } }", "rows", 20220, 5000)]
    public async Task Pages_that_are_too_large_are_refused(string query, string limit, int actual, int maximum)
    {
        var answer = await library.AskAsync(query);

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Equal(
            $$"""{"code":"LIMIT_EXCEEDED","limit":"{{limit}}","actual":{{actual}},"maximum":{{maximum}}}""",
            answer.Body["errors"]![0]!["extensions"]!.ToJsonString());
        Assert.False(answer.Body.ContainsKey("data"));
        Assert.Empty(answer.Sql);
    }

    [Fact]
    public async Task Repeating_a_level_under_another_name_counts_again()
    {
        var levels = string.Join(' ', Enumerable.Range(0, 6).Select(n => $"a{n}: books(first: 50) {{ nodes {{ id }} }}"));
        var answer = await library.AskAsync($"{{ libraries {{ nodes {{ {levels} }} }} }}");

        Assert.Equal(6020, (int)answer.Body["errors"]![0]!["extensions"]!["actual"]!);
        Assert.Empty(answer.Sql);
    }

    [Fact]
    public async Task A_cost_beyond_all_numbers_is_still_a_refusal()
    {
        var levels = string.Concat(Enumerable.Range(0, 16).Select(n => n % 2 == 0 ? "authors(first: 100) { nodes { " : "books(first: 100) { nodes { "));
        using var engine = library.NewEngine(new EngineOptions { Depth = 100 });
        var answer = await library.AskAsync($"{{ books(first: 50) {{ nodes {{ {levels} id {string.Concat(Enumerable.Repeat("} } ", 16))} }} }} }}", engine: engine);

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Sql);
    }

    [Fact]
    public async Task Statements_are_limited()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 13).Select(n => $"b{n}: books(first: 1) {{ totalCount nodes {{ id }} }}"));
        var answer = await library.AskAsync($"{{ {fields} }}");

        Assert.Equal("""{"code":"LIMIT_EXCEEDED","limit":"statements","actual":26,"maximum":25}""", answer.Body["errors"]![0]!["extensions"]!.ToJsonString());
        Assert.Empty(answer.Sql);
    }

    [Theory]
    [InlineData("{ books(first: -1) { nodes { id } } }", "`first` must not be negative; it is -1.")]
    [InlineData("{ books(last: -5) { nodes { id } } }", "`last` must not be negative; it is -5.")]
    [InlineData("{ b: books(first: 1, last: 1) { nodes { id } } }", "`b` has both `first` and `last`; a page is taken from one end.")]
    public async Task Pages_that_make_no_sense_are_refused(string query, string message)
    {
        var answer = await library.AskAsync(query);

        Assert.Equal("BAD_USER_INPUT", answer.ErrorCode);
        Assert.Equal(message, answer.ErrorMessage);
        Assert.Empty(answer.Sql);
    }

    [Fact]
    public async Task Filters_are_limited_in_depth_length_and_operators()
    {
        var items = string.Join(',', Enumerable.Range(0, 101));
        var operators = string.Join(',', Enumerable.Repeat("{pages: {gt: 1}}", 51));
        var cases = new Dictionary<string, (string Limit, int Actual)>
        {
            [$"pages: {{in: [{items}]}}"] = ("listItems", 101),
            [$"and: [{operators}]"] = ("filterOperators", 51),
            ["sequel: {sequel: {sequel: {sequel: {sequel: {pages: {eq: 1}}}}}}"] = ("filterDepth", 6),
            ["and: [{and: [{and: [{and: [{and: [{pages: {eq: 1}}]}]}]}]}]"] = ("filterDepth", 6),
        };
        foreach (var (filter, (limit, actual)) in cases)
        {
            var answer = await library.AskAsync($"{{ books(where: {{{filter}}}) {{ nodes {{ id }} }} }}");
            Assert.Equal(limit, (string?)answer.Body["errors"]![0]!["extensions"]!["limit"]);
            Assert.Equal(actual, (int)answer.Body["errors"]![0]!["extensions"]!["actual"]!);
            Assert.Empty(answer.Sql);
        }

        var deepest = await library.AskAsync("{ books(where: {sequel: {sequel: {sequel: {sequel: {pages: {eq: 1}}}}}}) { nodes { id } } }");
        Assert.Empty(deepest.Ids("books"));
    }

    [Fact]
    public async Task A_count_alone_costs_no_rows()
    {
        var answer = await library.AskAsync("{ libraries(first: 60) { nodes { books(first: 100) { totalCount } } } }");

        Assert.Equal(7, answer.Data["libraries"]!["nodes"]!.AsArray().Count);
    }
}
