namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>One statement a level, and which one.</summary>
public sealed class PageTests(LibraryFixture library)
{
    [Fact]
    public async Task A_root_page_is_one_statement()
    {
        var answer = await library.AskAsync("{ books(first: 3) { nodes { id title } } }");

        Assert.Equal(3, answer.Ids("books").Length);
        answer.MatchSql();
    }

    [Fact]
    public async Task Each_nested_level_is_one_statement_however_many_parents_there_are()
    {
        var answer = await library.AskAsync(
            "{ libraries(first: 7) { nodes { id name books(first: 2) { nodes { id title authorships(first: 3) { nodes { part author { name } } } } pageInfo { hasNextPage } } } } }");

        var libraries = answer.Data["libraries"]!["nodes"]!.AsArray();
        for (var n = 0; n < 7; n++)
        {
            var own = InTitleOrder(library.Books.Where(book => book.Library.Id == n + 1));
            Assert.Equal(own.Take(2), answer.Ids("libraries", "nodes", $"{n}", "books"));
            Assert.Equal(own.Length > 2, (bool)libraries[n]!["books"]!["pageInfo"]!["hasNextPage"]!);
        }

        answer.MatchSql(count: 3);
    }

    [Fact]
    public async Task A_level_over_links_is_one_statement_and_gives_each_item_once()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: {id: ASC}) { nodes { id authors(order: {id: ASC}) { totalCount nodes { id } } } } }");

        for (var n = 0; n < LibraryData.BookCount; n++)
        {
            var expected = library.Books[n].Authorships.Select(link => (int)link.Author.Id).Distinct().Order().ToArray();
            Assert.Equal(expected, answer.Ids("books", "nodes", $"{n}", "authors"));
            Assert.Equal(expected.Length, (int)answer.Data["books"]!["nodes"]![n]!["authors"]!["totalCount"]!);
        }

        answer.MatchSql(count: 3);
    }

    [Fact]
    public async Task A_level_through_SelectMany_is_one_statement()
    {
        var answer = await library.AskAsync("{ cities { nodes { id libraries(first: 3, order: {id: ASC}) { totalCount nodes { id } pageInfo { hasNextPage } } } } }");

        Assert.Equal([1, 2, 3], answer.Ids("cities", "nodes", "0", "libraries"));
        Assert.Equal(6, (int)answer.Data["cities"]!["nodes"]![0]!["libraries"]!["totalCount"]!);
        Assert.Equal([1, 2, 3], answer.Ids("cities", "nodes", "1", "libraries"));
        Assert.Equal([2], answer.Ids("cities", "nodes", "2", "libraries"));
        answer.MatchSql(count: 3);
    }

    [Fact]
    public async Task A_level_with_a_condition_of_its_own_keeps_it()
    {
        var answer = await library.AskAsync("{ libraries { nodes { id rareBooks(first: 50) { totalCount nodes { id isRare } } } } }");

        var rare = answer.Data["libraries"]!["nodes"]!.AsArray().SelectMany(item => item!["rareBooks"]!["nodes"]!.AsArray()).ToList();
        Assert.Equal(library.Books.Count(book => book.IsRare), rare.Count);
        Assert.All(rare, book => Assert.True((bool)book!["isRare"]!));
        answer.MatchSql(count: 3);
    }

    [Fact]
    public async Task TotalCount_is_a_statement_only_where_it_is_asked()
    {
        var without = await library.AskAsync("{ books(first: 2) { nodes { id } } }");
        var alone = await library.AskAsync("{ books(where: {isRare: {eq: true}}) { totalCount } }");
        var skipped = await library.AskAsync("query($no: Boolean!) { books(first: 2) { nodes { id } totalCount @include(if: $no) } }", new { no = false });
        var nothing = await library.AskAsync("{ books(first: 2) { __typename } }");

        Assert.Single(without.Sql);
        Assert.Single(skipped.Sql);
        Assert.Empty(nothing.Sql);
        Assert.Equal(library.Books.Count(book => book.IsRare), (int)alone.Data["books"]!["totalCount"]!);
        alone.MatchSql();
    }

    [Fact]
    public async Task TotalCount_of_an_empty_page_and_of_nothing_is_right()
    {
        var answer = await library.AskAsync("{ books(first: 0) { totalCount nodes { id } pageInfo { hasNextPage startCursor } } none: books(where: {title: {eq: \"?\"}}) { totalCount nodes { id } pageInfo { hasNextPage } } }");

        Assert.Equal(
            """{"books":{"totalCount":40,"nodes":[],"pageInfo":{"hasNextPage":true,"startCursor":null}},"none":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false}}}""",
            answer.Data.ToJsonString());
    }

    [Fact]
    public async Task A_page_from_the_end_keeps_the_order_of_the_list()
    {
        var all = (await library.AskAsync("{ books(first: 50) { nodes { id } } }")).Ids("books");
        var last = await library.AskAsync("{ books(last: 3) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }");

        Assert.Equal(all[^3..], last.Ids("books"));
        Assert.Equal("""{"hasNextPage":false,"hasPreviousPage":true}""", last.Data["books"]!["pageInfo"]!.ToJsonString());
        last.MatchSql();
    }

    [Fact]
    public async Task Levels_can_be_read_from_the_end_too()
    {
        var answer = await library.AskAsync("{ libraries { nodes { books(last: 2) { nodes { id } pageInfo { hasPreviousPage } } } } }");

        for (var n = 0; n < 7; n++)
        {
            var own = InTitleOrder(library.Books.Where(book => book.Library.Id == n + 1));
            Assert.Equal(own.TakeLast(2), answer.Ids("libraries", "nodes", $"{n}", "books"));
        }
    }

    [Fact]
    public async Task One_object_in_several_places_has_the_same_page_everywhere()
    {
        var answer = await library.AskAsync("{ books(first: 50) { nodes { library { id books(first: 1, order: {id: DESC}) { nodes { id } } } } } }");

        var pages = answer.Data["books"]!["nodes"]!.AsArray().Select(book => book!["library"]!.ToJsonString()).ToList();
        Assert.Equal(LibraryData.BookCount, pages.Count);
        Assert.Equal(library.Books.Select(book => book.Library.Id).Distinct().Count(), pages.Distinct().Count());
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task Twenty_parents_with_five_children_and_a_to_one_each_are_two_statements_and_three_with_the_count()
    {
        const string Query = "{ books(first: 20) { nodes { genres authorships(first: 5) { COUNT nodes { part author { name } } } } } }";

        Assert.Equal(2, (await library.AskAsync(Query.Replace("COUNT", ""))).Sql.Count);
        Assert.Equal(3, (await library.AskAsync(Query.Replace("COUNT", "totalCount"))).Sql.Count);
    }

    [Fact]
    public async Task A_level_below_no_parents_is_not_asked()
    {
        var answer = await library.AskAsync("{ books(where: {title: {eq: \"?\"}}) { nodes { id authors { nodes { id } } } } }");

        Assert.Empty(answer.Ids("books"));
        Assert.Single(answer.Sql);
    }

    private static int[] InTitleOrder(IEnumerable<Book> books) =>
        [.. books.OrderBy(book => new Bytes(book.TitleFolded)).ThenBy(book => book.Id).Select(book => (int)book.Id)];
}
