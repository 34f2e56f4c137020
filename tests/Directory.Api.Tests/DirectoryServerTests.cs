namespace CenterDirectory.Api.Tests;

public sealed class DirectoryServerTests(DirectoryServer server)
{
    [Fact]
    public async Task Statements_of_a_request_are_heard()
    {
        var answer = await server.QueryAsync("{ centers { nodes { displayName } } }");

        Assert.NotEqual(0, answer.At("centers.nodes").GetArrayLength());
        Assert.Single(answer.Statements);
        Assert.Contains("\"Centers\"", answer.Statements[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_query_costs_no_statement()
    {
        var answer = await server.QueryAsync("{ __typename }");

        Assert.Equal("Query", answer.At("__typename").GetString());
        Assert.Empty(answer.Statements);
    }
}
