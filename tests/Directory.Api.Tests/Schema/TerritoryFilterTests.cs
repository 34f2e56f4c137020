namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Who asks for a territory that does not exist is told so; an empty page would be taken for an answer.</summary>
public sealed class TerritoryFilterTests(DirectoryServer server)
{
    [Theory]
    [InlineData("centers(where: { territory: { within: \"RU-XYZ\" } }) { nodes { slug } }", "where.territory.within", "centers")]
    [InlineData("centers(where: { territory: { within: \"RU-XYZ\" } }) { totalCount }", "where.territory.within", "centers")]
    [InlineData("territories(where: { covers: \"nowhere\" }) { nodes { slug } }", "where.covers", "territories")]
    [InlineData("events(where: { and: [{ kind: { eq: SEMINAR } }, { territory: { within: \"99\" } }] }) { nodes { slug } }", "where.and[1].territory.within", "events")]
    [InlineData("events(where: { centers: { some: { territory: { within: \"nowhere\" } } } }) { nodes { slug } }", "where.centers.some.territory.within", "events")]
    public async Task A_key_that_nobody_has_is_an_error_that_says_where(string query, string place, string field)
    {
        var answer = await server.QueryAsync($"{{ {query} }}");
        var error = answer.Json.GetProperty("errors").EnumerateArray().Single();

        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith($"`{place}` names a territory that the directory does not know: '", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("`territories` lists them.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(field, error.GetProperty("path")[0].GetString());
    }

    [Theory]
    [InlineData("centers(where: { territory: { within: \"77\" } }) { nodes { slug } totalCount }")]
    [InlineData("events(where: { title: { eq: \"никогда\" }, territory: { within: \"habarovskij-kraj\" } }) { nodes { slug } totalCount }")]
    [InlineData("centers(where: { territory: { within: null }, displayName: { eq: \"никто\" } }) { nodes { slug } totalCount }")]
    public async Task Nothing_in_a_territory_that_exists_is_an_answer(string query)
    {
        var answer = await server.QueryAsync($"{{ {query} }}");
        var page = answer.Data.EnumerateObject().Single().Value;

        Assert.False(answer.Json.TryGetProperty("errors", out _));
        Assert.Equal((0, 0), (page.GetProperty("nodes").GetArrayLength(), page.GetProperty("totalCount").GetInt32()));
    }

    [Fact]
    public async Task Who_finds_something_pays_nothing_for_it()
    {
        var answer = await server.QueryAsync("{ centers(where: { territory: { within: \"55\" } }) { nodes { slug } } }");

        Assert.Single(answer.Statements);
    }
}
