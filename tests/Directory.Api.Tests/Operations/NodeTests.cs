using System.Text.Json;

namespace CenterDirectory.Api.Tests.Operations;

/// <summary>Global ids lead back to the objects they were read from.</summary>
public class NodeTests(DirectoryServer server)
{
    [Fact]
    public async Task Nodes_come_in_the_order_asked_with_one_statement_a_type()
    {
        var known = await server.QueryAsync("""
            {
              center(slug: "erc-yakutii") { id }
              event(slug: "konferenciya-uralskaya-set") { id }
              territory(key: "RU-SA") { id }
              source(key: "report-omsk") { id }
              other: center(slug: "raduzhnyj-podderzhka-so-nko") { id }
            }
            """);
        var ids = new[] { "event", "center", "source", "territory", "other" }.Select(name => known.At(name + ".id").GetString()!).ToList();
        ids.Insert(2, "no-such-id");

        var answer = await server.QueryAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on DirectoryEntry { slug } ... on Source { key } ... on Center { territory { iso } } } }",
            JsonSerializer.SerializeToElement(new { ids }));

        var nodes = answer.At("nodes").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, nodes[2].ValueKind);
        nodes.RemoveAt(2);
        ids.RemoveAt(2);
        Assert.Equal(ids, nodes.Select(node => node.GetProperty("id").GetString()));
        Assert.Equal(["Event", "Center", "Source", "Territory", "Center"], nodes.Select(node => node.GetProperty("__typename").GetString()));
        Assert.Equal("RU-SA", nodes[1].GetProperty("territory").GetProperty("iso").GetString());
        Assert.Equal("report-omsk", nodes[2].GetProperty("key").GetString());
        Assert.Equal(4, answer.Statements.Count);
    }

    [Fact]
    public async Task An_entry_is_found_by_its_id_under_its_own_field_only()
    {
        var id = (await server.QueryAsync("""{ center(slug: "erc-yakutii") { id } }""")).At("center.id").GetString();

        var answer = await server.QueryAsync(
            "query($id: ID!) { center(id: $id) { slug } node(id: $id) { id } event(id: $id) { slug } }", JsonSerializer.SerializeToElement(new { id }));

        Assert.Equal("erc-yakutii", answer.At("center.slug").GetString());
        Assert.Equal(id, answer.At("node.id").GetString());
        Assert.Equal(JsonValueKind.Null, answer.At("event").ValueKind);
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_refused_before_any_statement()
    {
        var ids = Enumerable.Range(0, 101).Select(number => $"id{number}");

        var answer = await server.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", JsonSerializer.SerializeToElement(new { ids }));

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }
}
