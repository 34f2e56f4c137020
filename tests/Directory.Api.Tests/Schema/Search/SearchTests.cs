using System.Text.Json;
using CenterDirectory.Api.Schema.Search;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Schema.Search;

/// <summary>Search as a client asks it, over the shipped feeds and the made-up one.</summary>
public class SearchTests(DirectoryServer server)
{
    private const string Slugs = "query($q: String!, $first: Int) { search(query: $q, first: $first) { nodes { ... on DirectoryEntry { slug } } } }";

    public static TheoryData<string, string> Queries() =>
        new(File.ReadLines(Path.Combine(DirectoryServer.TestFolder, "Schema", "Search", "queries.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', 2)).Select(parts => (parts[0], parts[1])));

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task People_find_what_they_mean(string query, string slugs)
    {
        var expected = slugs.Split('\t');

        var answer = await server.QueryAsync(Slugs, Variables(new { q = query, first = expected.Length }));

        Assert.Equal(expected, SlugsOf(answer.At("search.nodes")));
    }

    [Fact]
    public void There_are_forty_of_them() => Assert.InRange(Queries().Count, 40, 100);

    [Fact]
    public async Task A_page_takes_a_statement_a_type_and_tells_its_number_when_few_match()
    {
        var answer = await server.QueryAsync("{ search(query: \"ресурсный центр якутии\", types: [CENTER, EVENT]) { totalCount nodes { __typename ... on Center { name } ... on Event { title } } } }");

        Assert.Equal(answer.At("search.totalCount").GetInt32(), answer.At("search.nodes").GetArrayLength());
        Assert.Equal(["Center", "Event"], answer.At("search.nodes").EnumerateArray().Select(node => node.GetProperty("__typename").GetString()).Distinct());
        Assert.InRange(answer.Statements.Count, 3, 5);
    }

    [Fact]
    public async Task Pages_follow_one_another_until_all_are_seen()
    {
        const string Document = "query($after: String) { search(query: \"центр\", first: 7, after: $after) { totalCount nodes { ... on DirectoryEntry { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        var seen = new List<string>();
        string? after = null;
        var pages = 0;
        while (true)
        {
            var answer = await server.QueryAsync(Document, Variables(new { after }));
            seen.AddRange(answer.At("search.nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            Assert.Equal(after is not null, answer.At("search.pageInfo.hasPreviousPage").GetBoolean());
            after = answer.At("search.pageInfo.endCursor").GetString();
            pages++;
            if (!answer.At("search.pageInfo.hasNextPage").GetBoolean())
            {
                Assert.Equal(answer.At("search.totalCount").GetInt32(), seen.Count);
                break;
            }
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(pages > 3);
    }

    [Fact]
    public async Task Highlights_say_where_the_words_stand()
    {
        var answer = await server.QueryAsync("{ search(query: \"гражданских медиа\") { edges { score highlights { field text ranges { start length } } } } }");

        var edge = answer.At("search.edges.0");
        var highlight = edge.GetProperty("highlights")[0];
        var text = highlight.GetProperty("text").GetString()!;
        Assert.Equal("name", highlight.GetProperty("field").GetString());
        Assert.Equal(
            ["Гражданские", "медиа"],
            highlight.GetProperty("ranges").EnumerateArray().Select(range => text.Substring(range.GetProperty("start").GetInt32(), range.GetProperty("length").GetInt32())));
        Assert.InRange(edge.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.InRange(edge.GetProperty("highlights").GetArrayLength(), 1, 3);
    }

    [Fact]
    public async Task Facets_count_all_results_by_type_region_and_kind_of_support()
    {
        var answer = await server.QueryAsync(
            "{ search(query: \"ресурсный центр\", first: 1) { totalCount facets { types { type count } territories(first: 3) { territory { code } count } supportKinds { supportKind count } } } }");

        var types = answer.At("search.facets.types").EnumerateArray().ToList();
        Assert.Equal(answer.At("search.totalCount").GetInt32(), types.Sum(type => type.GetProperty("count").GetInt32()));
        Assert.Equal("CENTER", types[0].GetProperty("type").GetString());
        var regions = answer.At("search.facets.territories").EnumerateArray().Select(region => region.GetProperty("count").GetInt32()).ToList();
        Assert.Equal(3, regions.Count);
        Assert.Equal(regions.OrderDescending(), regions);
        Assert.Contains("CONSULTING", answer.At("search.facets.supportKinds").EnumerateArray().Select(kind => kind.GetProperty("supportKind").GetString()));
    }

    [Fact]
    public async Task Filters_narrow_it_to_a_territory_and_below_and_to_kinds_of_support()
    {
        const string Document = "query($territory: TerritoryKey, $kinds: [SupportKind!]) { search(query: \"центр\", types: [CENTER], territory: $territory, supportKinds: $kinds, first: 100) { totalCount nodes { ... on Center { territory { code } supportKinds } } } }";

        var region = await server.QueryAsync(Document, Variables(new { territory = "55" }));
        var kinds = await server.QueryAsync(Document, Variables(new { kinds = new[] { "FINANCIAL", "PROPERTY" } }));

        Assert.True(region.At("search.totalCount").GetInt32() > 3);
        Assert.All(region.At("search.nodes").EnumerateArray(), node => Assert.Equal("55", node.GetProperty("territory").GetProperty("code").GetString()));
        Assert.True(kinds.At("search.totalCount").GetInt32() > 0);
        Assert.All(kinds.At("search.nodes").EnumerateArray(), node => Assert.NotEmpty(
            node.GetProperty("supportKinds").EnumerateArray().Select(kind => kind.GetString()).Intersect(["FINANCIAL", "PROPERTY"])));
    }

    [Fact]
    public async Task Suggestions_complete_names()
    {
        var answer = await server.QueryAsync("{ suggest(prefix: \"гражд\", first: 3) { text type node { ... on DirectoryEntry { displayName } } } }");

        var suggestions = answer.At("suggest").EnumerateArray().ToList();
        Assert.Equal(3, suggestions.Count);
        Assert.All(suggestions, suggestion =>
        {
            Assert.Contains("гражд", suggestion.GetProperty("text").GetString()!, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(suggestion.GetProperty("text").GetString(), suggestion.GetProperty("node").GetProperty("displayName").GetString());
        });
    }

    [Theory]
    [InlineData("search(query: \"а\") { totalCount }", "BAD_USER_INPUT")]
    [InlineData("search(query: \"   \") { totalCount }", "BAD_USER_INPUT")]
    [InlineData("search(query: \"центр\", first: 101) { totalCount }", "LIMIT_EXCEEDED")]
    [InlineData("search(query: \"центр\", first: -1) { totalCount }", "BAD_USER_INPUT")]
    [InlineData("search(query: \"центр\", after: \"zzz\") { totalCount }", "CURSOR_INVALID")]
    [InlineData("search(query: \"центр\", after: \"AQAAAAAAAAAAAAabcdefgh\") { totalCount }", "CURSOR_INVALID")]
    [InlineData("suggest(prefix: \"центр\", first: 21) { text }", "LIMIT_EXCEEDED")]
    public async Task Wrong_questions_are_refused(string field, string code) => Assert.Equal(code, (await server.QueryAsync($"{{ {field} }}")).ErrorCode);

    [Fact]
    public async Task A_question_that_is_too_long_is_refused() => Assert.Equal(
        "BAD_USER_INPUT",
        (await server.QueryAsync("query($q: String!) { search(query: $q) { totalCount } }", Variables(new { q = new string('а', 201) }))).ErrorCode);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("центр OR NOT * (")]
    [InlineData("names: центр^ + NEAR(a b)")]
    [InlineData("';--{}[]\\")]
    [InlineData("\u0000\ud800")]
    [InlineData("...")]
    public async Task Nothing_that_is_typed_is_an_operator(string query) =>
        Assert.True((await server.QueryAsync("query($q: String!) { search(query: $q) { totalCount } }", Variables(new { q = query }))).At("search.totalCount").GetInt32() >= 0);

    [Fact]
    public void Whatever_is_indexed_can_be_a_result()
    {
        var members = (UnionTypeAttribute)Attribute.GetCustomAttribute(typeof(SearchResult), typeof(UnionTypeAttribute))!;

        Assert.Equal(SearchedType.All.Select(type => type.Entity).OrderBy(type => type.Name), members.Members.OrderBy(type => type.Name));
        Assert.Equal(Enum.GetValues<SearchType>(), SearchedType.All.Select(type => type.Type).Order());
        Assert.All(SearchedType.All, type => Assert.Equal(type.Type.ToString(), type.Entity.Name));
    }

    private static JsonElement Variables(object values) => JsonSerializer.SerializeToElement(values);

    private static IEnumerable<string?> SlugsOf(JsonElement nodes) => nodes.EnumerateArray().Select(node => node.GetProperty("slug").GetString());
}
