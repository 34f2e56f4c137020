using System.Linq.Expressions;
using System.Text.Json.Nodes;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Statements are compiled once for all values, and two different ones are never mistaken for each other.</summary>
public sealed class StatementCacheTests : IDisposable
{
    private const string Query = "query($where: VolumeFilterInput, $first: Int, $after: String, $order: [VolumeSortInput!]) { books(first: $first, after: $after, where: $where, order: $order) { nodes { id pages } edges { cursor } } }";

    private readonly LibraryFixture library;
    private readonly GraphQLEngine engine;
    private DataOptions data = null!;

    public StatementCacheTests(LibraryFixture library)
    {
        this.library = library;
        engine = library.NewEngine(new EngineOptions(), options => data = options);
    }

    private int Count => data.Statements.Count;

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task Other_values_use_the_same_statement()
    {
        for (var pages = 0; pages < 5; pages++)
        {
            var answer = await AskAsync(new { where = Json($"{{\"pages\":{{\"gt\":{pages * 50}}},\"title\":{{\"contains\":\"{pages}\"}},\"genre\":{{\"in\":[\"NOVEL\"{(pages > 2 ? ",\"TRAVEL\"" : "")}]}}}}"), first = pages });
            Assert.Equal(1, Count);
            Assert.Single(answer.Sql);
        }
    }

    [Fact]
    public async Task Cursors_and_directions_are_statements_of_their_own_but_pages_are_not()
    {
        string? cursor = null;
        for (var page = 0; page < 4; page++)
        {
            var answer = await AskAsync(new { first = 5, after = cursor });
            cursor = (string)answer.Data["books"]!["edges"]![4]!["cursor"]!;
        }

        Assert.Equal(2, Count);
    }

    [Theory]
    [InlineData("""{"written":{"within":{"from":1870}}}""", """{"written":{"within":{"to":1870}}}""")]
    [InlineData("""{"pages":{"gt":100}}""", """{"pages":{"ngt":100}}""")]
    [InlineData("""{"pages":{"eq":100}}""", """{"copies":{"eq":100}}""")]
    [InlineData("""{"copies":{"eq":1}}""", """{"copies":{"eq":null}}""")]
    [InlineData("""{"copies":{"neq":null}}""", """{"copies":{"eq":null}}""")]
    [InlineData("""{"tags":{"any":true}}""", """{"tags":{"any":false}}""")]
    [InlineData("""{"tags":{"some":{"eq":"tag1"}}}""", """{"tags":{"none":{"eq":"tag1"}}}""")]
    [InlineData("""{"and":[{"pages":{"gt":100}},{"copies":{"gt":1}}]}""", """{"or":[{"pages":{"gt":100}},{"copies":{"gt":1}}]}""")]
    [InlineData("""{"or":[{"and":[{"pages":{"gt":100}},{"copies":{"gt":1}}]},{"copies":{"eq":0}}]}""", """{"or":[{"and":[{"pages":{"gt":100}}]},{"copies":{"gt":1}},{"copies":{"eq":0}}]}""")]
    [InlineData("""{"title":{"contains":"дом"}}""", """{"subtitle":{"contains":"дом"}}""")]
    [InlineData("""{"title":{"startsWith":"дом"}}""", """{"title":{"endsWith":"дом"}}""")]
    [InlineData("""{"title":{"eq":"Дом"}}""", """{"title":{"in":["Дом","Мост"]}}""")]
    [InlineData("""{"sequel":{"pages":{"gt":100}}}""", """{"pages":{"gt":100}}""")]
    [InlineData("""{"authors":{"some":{"name":{"eq":"Author 0"}}}}""", """{"authors":{"all":{"name":{"eq":"Author 0"}}}}""")]
    public async Task Different_filters_of_one_document_are_different_statements(string one, string other)
    {
        var first = await AskAsync(new { where = Json(one), first = 50 });
        var second = await AskAsync(new { where = Json(other), first = 50 });

        Assert.NotEqual(first.Sql, second.Sql);
        Assert.Equal(2, Count);
        foreach (var (filter, answer) in new[] { (one, first), (other, second) })
        {
            var alone = await library.AskAsync(Query, new { where = Json(filter), first = 50 });
            Assert.Equal(alone.Ids("books"), answer.Ids("books"));
        }
    }

    [Fact]
    public async Task Statements_may_have_many_parameters()
    {
        for (var conditions = 10; conditions <= 45; conditions += 5)
        {
            var or = string.Join(',', Enumerable.Range(0, conditions).Select(n => $"{{\"pages\":{{\"eq\":{n * 7}}}}}"));
            var answer = await AskAsync(new { where = Json($"{{\"or\":[{or}]}}"), first = 50, order = Json("[{\"id\":\"ASC\"}]") });
            Assert.Equal(library.Books.Where(book => book.Pages % 7 == 0 && book.Pages / 7 < conditions).Select(book => (int)book.Id), answer.Ids("books"));
        }

        Assert.Equal(8, Count);
        var counted = await library.AskAsync(
            "query($where: VolumeFilterInput) { libraries { nodes { books(where: $where) { totalCount nodes { pages } } } } books(where: $where) { totalCount } }",
            new { where = Json($"{{\"or\":[{string.Join(',', Enumerable.Range(0, 20).Select(n => $"{{\"pages\":{{\"eq\":{n * 10}}}}}"))}]}}") });
        Assert.Equal(library.Books.Count(book => book.Pages < 200), (int)counted.Data["books"]!["totalCount"]!);
        Assert.Equal(library.Books.Count(book => book.Pages < 200), counted.Data["libraries"]!["nodes"]!.AsArray().Sum(item => (int)item!["books"]!["totalCount"]!));
    }

    [Fact]
    public async Task Root_methods_with_arguments_share_a_statement_for_each_form_of_their_query()
    {
        const string Own = "query($genre: Genre!, $title: String) { booksOf(genre: $genre, title: $title, first: 50) { nodes { genre title } totalCount } }";
        foreach (var genre in Enum.GetValues<Genre>())
        {
            var answer = await library.AskAsync(Own, new { genre = genre.ToString().ToUpperInvariant() }, engine);
            Assert.Equal(library.Books.Count(book => book.Genre == genre), (int)answer.Data["booksOf"]!["totalCount"]!);
            Assert.All(answer.Data["booksOf"]!["nodes"]!.AsArray(), book => Assert.Equal(genre.ToString().ToUpperInvariant(), (string?)book!["genre"]));
        }

        Assert.Equal(2, Count);
        var titled = await library.AskAsync(Own, new { genre = "POETRY", title = "beta" }, engine);
        Assert.Equal(library.Books.Count(book => book is { Genre: Genre.Poetry, Title: "beta" }), titled.Data["booksOf"]!["nodes"]!.AsArray().Count);
        Assert.Equal(4, Count);
    }

    [Fact]
    public async Task Single_objects_and_nodes_are_compiled_too()
    {
        foreach (var title in new[] { "Дом", "beta", "none" })
        {
            await library.AskAsync("query($title: String!) { book(title: $title) { id } }", new { title }, engine);
        }

        foreach (var n in new[] { 1, 2, 3 })
        {
            await library.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(1, n).Select(key => GlobalId.Encode("Volume", key)) }, engine);
        }

        Assert.Equal(2, Count);
    }

    [Fact]
    public async Task What_a_root_method_learned_from_a_service_is_not_frozen()
    {
        foreach (var pages in new[] { 400, 100, 300 })
        {
            var answer = await library.AskAsync(
                "{ thickBooks { totalCount nodes { pages } } }", null, engine, services => ((Threshold)services.GetService(typeof(Threshold))!).Pages = pages);
            Assert.Equal(library.Books.Count(book => book.Pages >= pages), (int)answer.Data["thickBooks"]!["totalCount"]!);
        }

        Assert.Equal(2, Count);
    }

    [Fact]
    public void One_field_keeps_its_latest_statements_and_pushes_out_nobody_elses()
    {
        var cache = new StatementCache(capacity: 5, capacityOfField: 3);
        var (noisy, quiet) = (NewField(0), NewField(1));
        object Made(StatementKey key) => cache.GetOrAdd(key, () => () => { });

        var kept = Made(Key(quiet, "quiet"));
        for (var n = 0; n < 20; n++)
        {
            Made(Key(noisy, $"{n}"));
        }

        Assert.Equal(4, cache.Count);
        Assert.Same(kept, Made(Key(quiet, "quiet")));
        var last = Made(Key(noisy, "19"));
        Assert.Same(last, Made(Key(noisy, "19")));
        Made(Key(NewField(2), "a"));
        Made(Key(NewField(3), "a"));
        Assert.Equal(5, cache.Count);
        Assert.Same(last, Made(Key(noisy, "19")));
    }

    private static StatementKey Key(FieldPlan field, string part) => new(field, part, null, Expression.Constant(part));

    private static FieldPlan NewField(int id) => new()
    {
        Id = id,
        Field = new OutputField { Name = "field" },
        ResponseName = "field",
        EncodedName = [],
        Start = 0,
        Arguments = [],
        Alternatives = [],
        Children = [],
        IsPure = false,
    };

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private Task<LibraryAnswer> AskAsync(object variables) => library.AskAsync(Query, variables, engine);
}
