namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Single objects: by methods of the root, and by global ids.</summary>
public sealed class SingleTests(LibraryFixture library)
{
    [Fact]
    public async Task FirstOrDefault_gives_the_first_by_key_or_null()
    {
        var answer = await library.AskAsync("{ book(title: \"Дом\") { id pages library { name } } none: book(title: \"?\") { id } }");

        var expected = library.Books.First(book => book.Title == "Дом");
        Assert.Equal((int)expected.Id, LibraryAnswer.KeyOf((string)answer.Data["book"]!["id"]!));
        Assert.Equal(expected.Library.Name, (string?)answer.Data["book"]!["library"]!["name"]);
        Assert.Null(answer.Data["none"]);
        answer.MatchSql(count: 2);
    }

    [Fact]
    public async Task FirstOrDefault_carries_levels()
    {
        var answer = await library.AskAsync("{ book(title: \"Дом\") { library { books(first: 50, order: {id: ASC}) { nodes { id } } } } }");

        var owner = library.Books.First(book => book.Title == "Дом").Library.Id;
        Assert.Equal(library.Books.Where(book => book.Library.Id == owner).Select(book => (int)book.Id), answer.Ids("book", "library", "books"));
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task What_arguments_alone_decide_is_no_question_for_the_database()
    {
        var answer = await library.AskAsync("{ found: bookByIsbn(isbn: \"9782\") { isbn } nothing: bookByIsbn { id } anyway: bookByIsbn(anyway: true) { id } }");

        Assert.Equal("9782", (string?)answer.Data["found"]!["isbn"]);
        Assert.Null(answer.Data["nothing"]);
        Assert.Equal(1, LibraryAnswer.KeyOf((string)answer.Data["anyway"]!["id"]!));
        answer.MatchSql(count: 3);
    }

    [Fact]
    public async Task SingleOrDefault_of_several_is_an_error()
    {
        var answer = await library.AskAsync("{ onlyBook(genre: POETRY) { id } }");

        Assert.Equal("AMBIGUOUS", answer.ErrorCode);
        Assert.Null(answer.Body["data"]!["onlyBook"]);
    }

    [Fact]
    public async Task Nodes_come_in_the_order_asked_with_one_statement_a_type()
    {
        var ids = new[] { Id("Volume", 7), Id("Library", 2), "nonsense", Id("Volume", 3), Id("Volume", 999), Id("Volume", 7), Id("Authorship", 1) };
        var answer = await library.AskAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Volume { pages authors(first: 1) { totalCount } } ... on Library { name } } }", new { ids });

        var nodes = answer.Data["nodes"]!.AsArray();
        Assert.Equal(["Volume", "Library", null, "Volume", null, "Volume", null], nodes.Select(node => (string?)node?["__typename"]));
        Assert.Equal([ids[0], ids[1], null, ids[3], null, ids[0], null], nodes.Select(node => (string?)node?["id"]));
        Assert.Equal(library.Books[6].Pages, (int)nodes[0]!["pages"]!);
        Assert.Equal(3, answer.Sql.Count);
    }

    [Fact]
    public async Task A_node_is_null_if_there_is_none()
    {
        var answer = await library.AskAsync($"{{ node(id: \"{Id("Author", 2)}\") {{ id ... on Author {{ name }} }} none: node(id: \"{Id("Author", 99)}\") {{ id }} odd: node(id: \"?\") {{ id }} }}");

        Assert.Equal($$"""{"node":{"id":"{{Id("Author", 2)}}","name":"Author 0"},"none":null,"odd":null}""", answer.Data.ToJsonString());
        Assert.Equal(2, answer.Sql.Count);
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_refused()
    {
        var answer = await library.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(0, 101).Select(n => Id("Volume", n)) });

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Sql);
    }

    private static string Id(string type, long key) => Types.GlobalId.Encode(type, key);
}
