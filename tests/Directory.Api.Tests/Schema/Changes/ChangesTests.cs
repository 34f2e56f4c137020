using System.Text.Json;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema.Changes;

/// <summary>The feed of changes as a client meets it.</summary>
public class ChangesTests(DirectoryServer server)
{
    [Fact]
    public async Task Pages_visit_every_change_once_in_the_order_of_commitment()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var expected = await scope.ServiceProvider.GetRequiredService<DirectoryDb>().Changes
            .OrderBy(change => change.Revision.Number).ThenBy(change => change.Sequence)
            .Select(change => GlobalId.Encode(change.Type.ToString(), change.EntityId)).ToListAsync(TestContext.Current.CancellationToken);

        var visited = new List<string>();
        string? cursor = null;
        for (var hasNext = true; hasNext;)
        {
            var page = (await AskAsync("query($after: String) { changes(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after = cursor }))
                .At("changes");
            visited.AddRange(page.GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("id").GetString()!));
            hasNext = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.True(expected.Count > 100);
        Assert.Equal(expected, visited);
        var end = await AskAsync("query($after: String) { changes(after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after = cursor });
        Assert.Equal("""{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}""", end.At("changes").GetRawText());
    }

    /// <summary>Copies keep cursors for years: one that was given out must be good in every later release.</summary>
    [Theory]
    [InlineData("WzEsIjFVQThHYk5KIiwxMjg4NDkwMTg5NF0", 12884901894)]
    [InlineData("WzEsInBCNmtNVE1mIiwxMjg4NDkwMTg5N10", 12884901897)]
    public async Task A_cursor_is_good_for_ever(string cursor, long key)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var expected = await scope.ServiceProvider.GetRequiredService<DirectoryDb>().Changes.Where(change => change.Id > key)
            .OrderBy(change => change.Id).Select(change => change.Type + ":" + change.EntityId).Take(2).ToListAsync(TestContext.Current.CancellationToken);

        var answer = await AskAsync("query($after: String) { changes(after: $after, first: 2) { nodes { id } } }", new { after = cursor });

        Assert.Equal(
            expected,
            answer.At("changes.nodes").EnumerateArray().Select(change => GlobalId.TryDecode(change.GetProperty("id").GetString()!, out var type, out var id) ? $"{type}:{id}" : ""));
    }

    [Fact]
    public async Task What_follows_a_revision_is_what_its_successors_did()
    {
        var newest = (await AskAsync("{ revision { number } }")).At("revision.number").GetInt32();

        var answer = await AskAsync(
            "query($since: Int!) { last: changes(sinceRevision: $since, first: 100) { nodes { revision { number } } } revision { changeCount changes(first: 100) { nodes { id } } } }",
            new { since = newest - 1 });
        var none = await AskAsync("query($since: Int!) { changes(sinceRevision: $since) { nodes { id } latestRevision { number } } }", new { since = newest });

        Assert.All(answer.At("last.nodes").EnumerateArray(), change => Assert.Equal(newest, change.GetProperty("revision").GetProperty("number").GetInt32()));
        Assert.Equal(answer.At("revision.changeCount").GetInt32(), answer.At("last.nodes").GetArrayLength());
        Assert.Equal(answer.At("revision.changeCount").GetInt32(), answer.At("revision.changes.nodes").GetArrayLength());
        Assert.Equal("{\"nodes\":[],\"latestRevision\":{\"number\":" + newest + "}}", none.At("changes").GetRawText());
    }

    [Fact]
    public async Task A_start_is_said_in_one_way() => Assert.Equal(
        "BAD_USER_INPUT", (await AskAsync("{ changes(after: \"WzEsIjFVQThHYk5KIiwxMjg4NDkwMTg5NF0\", sinceRevision: 1) { nodes { id } } }")).ErrorCode);

    [Fact]
    public async Task Only_the_wanted_types_are_given_and_paid_for()
    {
        const string Document = "query($types: [EntryType!]) { changes(first: 100, types: $types) { nodes { type node { id ... on Center { services(first: 1) { nodes { id } } } } } } }";
        var answer = await AskAsync(Document, new { types = new[] { "CENTER", "NETWORK" } });
        var narrow = await CostAsync(Document, new { types = new[] { "NETWORK" } });
        var wide = await CostAsync(Document, new { });

        Assert.Equal(["CENTER", "NETWORK"], answer.At("changes.nodes").EnumerateArray().Select(change => change.GetProperty("type").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(4, answer.Statements.Count);
        Assert.Equal(2, narrow);
        Assert.Equal(((InterfaceType)DirectorySchema.Build().TypesByName["DirectoryEntry"]).PossibleTypes.Count + 2, wide);
    }

    /// <summary>However long the feed, a page begins where its cursor says and ends when it is full: nothing is sorted.</summary>
    [Theory]
    [InlineData("{ changes(first: 50) { nodes { id } } }", "SCAN c")]
    [InlineData("{ changes(first: 50, types: [CENTER, ORGANIZATION]) { nodes { id } } }", "SCAN c")]
    [InlineData("{ changes(first: 50, sinceRevision: 3, types: [CENTER]) { nodes { id } } }", "SEARCH c USING INTEGER PRIMARY KEY (rowid>?)")]
    [InlineData("{ changes(first: 50, after: \"WzEsIjFVQThHYk5KIiwxMjg4NDkwMTg5NF0\") { nodes { id } } }", "SEARCH c USING INTEGER PRIMARY KEY (rowid>?)")]
    [InlineData("{ revision { changes(first: 50, types: [CENTER]) { nodes { id } } } }", "SEARCH c0 USING INDEX IX_Changes_RevisionNumber (RevisionNumber=?)")]
    public async Task A_page_is_read_by_a_key(string document, string step)
    {
        Assert.SkipWhen(server.Database != DatabaseKind.Sqlite, "The plan is one of SQLite.");
        var plan = await QueryPlan.OfAsync(server.Services, (await AskAsync(document)).Statements[^1]);

        Assert.Contains(step, plan);
        Assert.True(document.StartsWith("{ revision", StringComparison.Ordinal) || plan.All(other => !other.Contains("ORDER BY", StringComparison.Ordinal)));
    }

    private Task<Answer> AskAsync(string document, object? variables = null) =>
        server.QueryAsync(document, variables is null ? null : JsonSerializer.SerializeToElement(variables));

    [Fact]
    public async Task What_types_narrows_are_the_entries_and_not_what_stands_below_them()
    {
        const string Below = "subject { __typename ... on Center { events(first: 50) { nodes { centers(first: 50) { nodes { id } } } } } }";
        var shallow = await CostAsync("query($types: [EntryType!]) { changes(first: 1, types: $types) { nodes { node { ... on Metric { subject { __typename } } } } } }", new { types = new[] { "METRIC" } });
        var deep = await CostAsync($"query($types: [EntryType!]) {{ changes(first: 1, types: $types) {{ nodes {{ node {{ ... on Metric {{ {Below} }} }} }} }} }}", new { types = new[] { "METRIC" } });

        Assert.Equal(shallow + 2, deep);
    }

    private async Task<int> CostAsync(string document, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Add("GraphQL-Cost", "validate");
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = document, variables }), System.Text.Encoding.UTF8, "application/json");
        return (await server.SendAsync(request)).Json.GetProperty("extensions").GetProperty("cost").GetProperty("statements").GetInt32();
    }
}
