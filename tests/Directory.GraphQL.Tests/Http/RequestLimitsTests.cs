using System.Text;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>What is too much is refused with its limit, before any resolver is called; cost is told on request.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime
{
    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_thousand_aliases() => Assert.Equal("tokens 2001/2000", await RefusalOf($"{{ {Repeated(1_000, i => $"a{i}: hello")} }}"));

    [Fact]
    public async Task A_hundred_aliases() => Assert.Equal("aliases 200/50", await RefusalOf($"{{ {Repeated(100, i => $"a{i}: hello")} }}"));

    [Fact]
    public async Task Ten_thousand_repeated_fields() => Assert.Equal("tokens 2001/2000", await RefusalOf($"{{ {Repeated(10_000, _ => "hello")} }}"));

    [Fact]
    public async Task A_thousand_repeated_root_fields() => Assert.Equal("aliases 1000/50", await RefusalOf($"{{ {Repeated(1_000, _ => "hello")} }}"));

    [Fact]
    public async Task Deep_selections() => Assert.Equal(
        "depth 16/15", await RefusalOf("{ thing " + Repeated(40, _ => "{ inner") + " { name } " + new string('}', 41)));

    [Fact]
    public async Task Deep_lists_in_the_document() => Assert.Equal(
        "nested levels 201/200", await RefusalOf($"{{ count(lists: {new string('[', 900)}{new string(']', 900)}) }}"));

    [Fact]
    public async Task Fields_that_fragments_multiply() => Assert.Equal("fields 501/500", await RefusalOf(
        "{ thing { ...A } } fragment A on Thing { a: inner { ...B } b: inner { ...B } c: inner { ...B } d: inner { ...B } } "
        + "fragment B on Thing { a: inner { ...C } b: inner { ...C } c: inner { ...C } d: inner { ...C } } "
        + "fragment C on Thing { a: inner { ...D } b: inner { ...D } c: inner { ...D } d: inner { ...D } } "
        + "fragment D on Thing { a: inner { name } b: inner { name } c: inner { name } d: inner { name } } "));

    [Fact]
    public async Task More_than_64_conditions()
    {
        var variables = Repeated(65, i => $"$v{i}: Boolean!");
        var fields = Repeated(65, i => $"... @include(if: $v{i}) {{ name }}");

        Assert.Equal("conditions 65/64", await RefusalOf($"query ({variables}) {{ thing {{ {fields} }} }}"));
    }

    [Fact]
    public async Task Circular_fragments_are_no_valid_document()
    {
        var reply = await server.PostAsync("{ thing { ...A } } fragment A on Thing { inner { ...B } } fragment B on Thing { inner { ...A } }");

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", reply.Code);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Fact]
    public async Task Fragments_that_double_at_each_step_are_collected_once()
    {
        var fragments = Repeated(60, i => $"fragment F{i} on Thing {{ ...F{i + 1} ...F{i + 1} }}");

        var reply = await server.PostAsync($"{{ thing {{ ...F0 }} }} {fragments} fragment F60 on Thing {{ name }}");

        Assert.Equal("""{"data":{"thing":{"name":"outer"}}}""", reply.Body);
    }

    [Fact]
    public async Task Fragments_that_double_their_conditions_at_each_step_are_refused()
    {
        var variables = Repeated(60, i => $"$v{i}: Boolean!");
        var fragments = Repeated(30, i => $"fragment F{i} on Thing {{ ...F{i + 1} @include(if: $v{2 * i}) ...F{i + 1} @skip(if: $v{(2 * i) + 1}) }}");

        var limit = await RefusalOf($"query ({variables}) {{ thing {{ ...F0 }} }} {fragments} fragment F30 on Thing {{ name }}");

        Assert.Equal("fieldVisits 20001/20000", limit);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("validate")]
    public async Task Cost_is_told_on_request(string mode)
    {
        var reply = await server.PostAsync("{ hello }", headers: ("GraphQL-Cost", mode));

        var cost = reply.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal("""{"rows":0,"maxRows":5000,"statements":0,"maxStatements":25}""", cost.GetRawText());
        Assert.Equal(mode == "report", reply.Json.TryGetProperty("data", out _));
        Assert.Equal(mode == "report" ? 1 : 0, server.Backstage.Calls);
    }

    [Fact]
    public async Task Cost_is_not_told_unasked_nor_to_who_asks_for_something_else()
    {
        Assert.DoesNotContain("cost", (await server.PostAsync("{ hello }")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("cost", (await server.PostAsync("{ hello }", headers: ("GraphQL-Cost", "yes"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validating_costs_reports_errors_as_usual() =>
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await server.PostAsync("{ nothing }", headers: ("GraphQL-Cost", "validate"))).Code);

    private static string Repeated(int count, Func<int, string> text) => new StringBuilder().AppendJoin(' ', Enumerable.Range(0, count).Select(text)).ToString();

    private async Task<string> RefusalOf(string document)
    {
        var reply = await server.PostAsync(document, accept: "application/graphql-response+json");

        Assert.Equal(400, reply.Status);
        Assert.Equal(0, server.Backstage.Calls);
        return reply.Limit;
    }
}
