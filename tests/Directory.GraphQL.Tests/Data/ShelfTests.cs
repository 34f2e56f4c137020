using System.Text.Json.Nodes;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>References, relations with arguments, connections that say more, and what all of it costs.</summary>
public sealed class ShelfTests(LibraryFixture library) : IDisposable
{
    private readonly GraphQLEngine engine = new(ShelfSchema.Build(), Options.Create(new EngineOptions()), new TestLog());

    [Fact]
    public async Task References_of_all_parents_are_one_statement()
    {
        var answer = await AskAsync("{ books(first: 12) { nodes { id home { name city { name } } } } }");

        var expected = library.Books.OrderBy(book => book.Weight).ThenBy(book => book.Id).Take(12)
            .Select(book => book.Id % 2 == 0 ? book.Library.Name : null).ToList();
        Assert.Equal(expected, answer.Data["books"]!["nodes"]!.AsArray().Select(book => (string?)book!["home"]?["name"]));
        Assert.Contains(null, expected);
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task A_list_of_references_is_one_statement_a_type_in_its_own_order()
    {
        var answer = await AskAsync("{ shelves { things { __typename ... on Book { title } ... on Library { name } } } }");

        var titles = library.Books.ToDictionary(book => book.Id, book => book.Title);
        string Titles(int shelf) => $"{titles[shelf]}, {library.Books.First(book => book.Library.Id == 1).Library.Name}, {titles[5]}, {titles[shelf]}";
        string Things(int shelf) => string.Join(", ", answer.Data["shelves"]![shelf]!["things"]!.AsArray().Select(thing => (string?)(thing!["title"] ?? thing["name"])));
        Assert.Equal([Titles(1), Titles(2)], [Things(0), Things(1)]);
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task The_type_of_a_reference_needs_no_statement()
    {
        var answer = await AskAsync("{ shelf(number: 3) { things { __typename ... on Library { name } } } }");

        Assert.Equal(["Book", "Library", "Book", "Book", "Book"], answer.Data["shelf"]!["things"]!.AsArray().Select(thing => (string?)thing!["__typename"]));
        Assert.Single(answer.Sql);
    }

    [Theory]
    [InlineData("first: 11", "LIMIT_EXCEEDED")]
    [InlineData("first: -1", "BAD_USER_INPUT")]
    public async Task A_page_of_its_own_making_is_refused_before_it_is_made(string arguments, string code)
    {
        var answer = await AskAsync($"{{ shelf(number: 1) {{ page({arguments}) }} }}");

        Assert.Equal(code, answer.ErrorCode);
    }

    [Fact]
    public async Task Nothing_is_read_where_no_parent_refers_to_anything()
    {
        var answer = await AskAsync("{ books(first: 1, minimum: 100000) { nodes { home { name } } } }");

        Assert.Empty(answer.Ids("books"));
        Assert.Single(answer.Sql);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(0, new[] { "NOVEL", "TRAVEL" })]
    [InlineData(300, new[] { "POETRY" })]
    public async Task A_relation_takes_arguments_and_is_still_one_statement(int pages, string[]? genres)
    {
        var answer = await AskAsync(
            "query($pages: Int!, $genres: [Genre!]) { libraries { nodes { id thick(pages: $pages, genres: $genres, first: 2) { nodes { id } pageInfo { hasNextPage } } } } }", new { pages, genres });

        foreach (var home in answer.Data["libraries"]!["nodes"]!.AsArray())
        {
            var expected = library.Books
                .Where(book => book.Library.Id == LibraryAnswer.KeyOf((string)home!["id"]!) && book.Pages >= pages && genres?.Contains(book.Genre.ToString().ToUpperInvariant()) != false)
                .Select(book => (int)book.Id).ToArray();
            Assert.Equal(expected.Take(2), home!["thick"]!["nodes"]!.AsArray().Select(book => LibraryAnswer.KeyOf((string)book!["id"]!)));
            Assert.Equal(expected.Length > 2, (bool)home["thick"]!["pageInfo"]!["hasNextPage"]!);
        }

        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task A_relation_with_other_arguments_is_no_other_statement()
    {
        const string Document = "query($pages: Int!) { libraries { nodes { thick(pages: $pages) { nodes { id } } } } }";

        var one = await AskAsync(Document, new { pages = 100 });
        var other = await AskAsync(Document, new { pages = 400 });

        Assert.Equal(one.Sql, other.Sql);
        Assert.NotEqual(one.Data.ToJsonString(), other.Data.ToJsonString());
    }

    [Fact]
    public async Task A_connection_has_what_its_class_says()
    {
        var answer = await AskAsync("{ books(first: 1) { heaviest { id } nodes { id } } }");
        var missing = await AskAsync("{ books { totalCount } }");

        Assert.Equal((int)library.Books.OrderByDescending(book => book.Weight).ThenBy(book => book.Id).First().Id, LibraryAnswer.KeyOf((string)answer.Data["books"]!["heaviest"]!["id"]!));
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", missing.ErrorCode);
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task What_is_the_same_for_all_parents_is_read_once()
    {
        var answer = await AskAsync("{ libraries { nodes { thick(pages: 0) { heaviest { title } } } } }");

        var heaviest = library.Books.OrderByDescending(book => book.Weight).ThenBy(book => book.Id).First().Title;
        Assert.All(answer.Data["libraries"]!["nodes"]!.AsArray(), home => Assert.Equal(heaviest, (string?)home!["thick"]!["heaviest"]!["title"]));
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task Pages_go_forward_only_where_the_field_says_so() =>
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await AskAsync("{ books(last: 1) { nodes { id } } }")).ErrorCode);

    [Fact]
    public async Task A_method_may_take_an_argument_of_paging_itself()
    {
        var refused = await AskAsync("{ books(after: \"refused\") { nodes { id } } }");

        Assert.Equal("No.", refused.ErrorMessage);
    }

    [Fact]
    public async Task Objects_that_are_no_rows_have_pages_of_their_own()
    {
        var answer = await AskAsync("{ shelves { picks(first: 3) { nodes { id } } } shelf(number: 0) { picks(first: 2) { nodes { id } pageInfo { endCursor } } } }");

        Assert.Equal(Picks(1).Take(3), answer.Ids("shelves", "0", "picks"));
        Assert.Equal(Picks(2).Take(3), answer.Ids("shelves", "1", "picks"));
        Assert.Equal(Picks(0).Take(2), answer.Ids("shelf", "picks"));
        var next = await AskAsync(
            "query($after: String) { shelf(number: 0) { picks(first: 2, after: $after) { nodes { id } } } }",
            new { after = (string?)answer.Data["shelf"]!["picks"]!["pageInfo"]!["endCursor"] });
        Assert.Equal(Picks(0).Skip(2).Take(2), next.Ids("shelf", "picks"));
    }

    [Theory]
    [InlineData("{ books(first: 10) { nodes { home { name } } } }", 20, 2)]
    [InlineData("{ shelf(number: 1) { picks(first: 3) { nodes { id } } } }", 3, 1)]
    [InlineData("{ shelf(number: 1) { fame } }", 7, 3)]
    [InlineData("{ shelf(number: 1) { page } }", 4, 1)]
    [InlineData("{ shelf(number: 1) { page(first: 10) things { ... on Book { title } } } }", 11, 2)]
    [InlineData("{ libraries(first: 4) { nodes { thick(pages: 1, first: 5) { nodes { id } } } } }", 24, 2)]
    public async Task All_of_it_is_counted(string document, int rows, int statements)
    {
        using var scope = library.NewScope();
        using var response = await engine.ExecuteAsync(
            new GraphQLRequest(document, null, null) { Cost = CostMode.Validate }, scope.ServiceProvider, TestContext.Current.CancellationToken);

        var cost = JsonNode.Parse(response.Body.Span)!["extensions"]!["cost"]!;
        Assert.Equal((rows, statements), ((int)cost["rows"]!, (int)cost["statements"]!));
    }

    public void Dispose() => engine.Dispose();

    private IEnumerable<int> Picks(int shelf) => library.Books.Where(book => book.Id % 3 == shelf).OrderByDescending(book => book.Pages).ThenBy(book => book.Id).Select(book => (int)book.Id);

    private Task<LibraryAnswer> AskAsync(string query, object? variables = null) => library.AskAsync(query, variables, engine);
}
