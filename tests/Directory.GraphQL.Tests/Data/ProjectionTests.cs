namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>A statement reads what is selected, joins what is asked, and nothing else.</summary>
public sealed class ProjectionTests(LibraryFixture library)
{
    [Fact]
    public async Task Only_selected_columns_are_read_and_nothing_is_joined()
    {
        var answer = await library.AskAsync("{ books(first: 2, order: {id: ASC}) { nodes { pages } } }");

        Assert.Equal("""{"books":{"nodes":[{"pages":50},{"pages":100}]}}""", answer.Data.ToJsonString());
        answer.MatchSql();
    }

    [Fact]
    public async Task To_ones_are_joined_where_they_are_selected_and_null_where_they_are_missing()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: {id: ASC}) { nodes { id library { name city { name } } sequel { title sequel { pages } } } } }");

        var nodes = answer.Data["books"]!["nodes"]!.AsArray();
        foreach (var (book, node) in library.Books.Zip(nodes))
        {
            Assert.Equal(book.Library.Name, (string?)node!["library"]!["name"]);
            Assert.Equal(book.Library.City?.Name, (string?)node["library"]!["city"]?["name"]);
            Assert.Equal(book.Sequel?.Title, (string?)node["sequel"]?["title"]);
            Assert.Equal(book.Sequel?.Sequel?.Pages, (int?)node["sequel"]?["sequel"]?["pages"]);
        }

        answer.MatchSql();
    }

    [Fact]
    public async Task An_object_of_one_of_several_classes_takes_no_statement_of_its_own()
    {
        var answer = await library.AskAsync(
            "{ books(first: 50, order: {id: ASC}) { nodes { about { __typename name ... on Author { books(first: 1) { totalCount } } } } } }");

        foreach (var (book, node) in library.Books.Zip(answer.Data["books"]!["nodes"]!.AsArray()))
        {
            Assert.Equal(book.About?.GetType().Name, (string?)node!["about"]?["__typename"]);
            Assert.Equal(book.About?.Name, (string?)node["about"]?["name"]);
            Assert.Equal(book.About is Author, node["about"]?["books"] is not null);
        }

        // The second one counts the books of authors.
        answer.MatchSql(2);
    }

    [Fact]
    public async Task An_object_of_a_class_of_which_nothing_is_wanted_is_there_all_the_same()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: {id: ASC}) { nodes { about { ... on Author { name } } } } }");

        Assert.Equal(
            library.Books.Select(book => book.About switch { null => "null", Author author => $$"""{"name":"{{author.Name}}"}""", _ => "{}" }),
            answer.Data["books"]!["nodes"]!.AsArray().Select(node => node!["about"]?.ToJsonString() ?? "null"));
    }

    [Fact]
    public async Task Values_of_several_columns_are_null_or_whole()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: {id: ASC}) { nodes { measures { width height } } } }");

        foreach (var (book, node) in library.Books.Zip(answer.Data["books"]!["nodes"]!.AsArray()))
        {
            Assert.Equal(book.Measures?.Width, (int?)node!["measures"]?["width"]);
            Assert.Equal(book.Measures?.Height, (int?)node["measures"]?["height"]);
        }

        answer.MatchSql();
    }

    [Fact]
    public async Task All_kinds_of_columns_come_back_as_they_are()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: {id: ASC}) { nodes { title letters rating price isLent seenAt boundOn ringsAt key otherGenre isbn written link tags genres } } }");

        foreach (var (book, node) in library.Books.Zip(answer.Data["books"]!["nodes"]!.AsArray()))
        {
            Assert.Equal(book.Rating, (double?)node!["rating"]);
            Assert.Equal(book.IsLent, (bool?)node["isLent"]);
            Assert.Equal(book.Price, decimal.Parse((string)node["price"]!, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(book.RingsAt?.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), (string?)node["ringsAt"]);
            Assert.Equal(book.OtherGenre?.ToString().ToUpperInvariant(), (string?)node["otherGenre"]);
            Assert.Equal(book.Isbn?.Digits, (string?)node["isbn"]);
            Assert.Equal(book.Written?.Text, (string?)node["written"]);
            Assert.Equal(book.Link?.OriginalString, (string?)node["link"]);
            Assert.Equal(book.Tags, node["tags"]!.AsArray().Select(tag => (string)tag!));
            Assert.Equal(book.Genres.Select(genre => genre.ToString().ToUpperInvariant()), node["genres"]!.AsArray().Select(genre => (string)genre!));
        }
    }

    [Fact]
    public async Task What_a_resolver_requires_is_read_although_nobody_selected_it()
    {
        var answer = await library.AskAsync("{ books(first: 2, order: {id: ASC}) { nodes { label } } }");

        Assert.Equal("""{"books":{"nodes":[{"label":"50 pages"},{"label":"100 pages"}]}}""", answer.Data.ToJsonString());
        answer.MatchSql();
    }

    [Fact]
    public async Task Aliases_and_edges_share_one_statement()
    {
        var answer = await library.AskAsync("{ books(first: 1, order: {id: ASC}) { nodes { id } again: nodes { p: pages } edges { node { title } } } }");

        Assert.Equal(
            """{"books":{"nodes":[{"id":"Vm9sdW1lOjE"}],"again":[{"p":50}],"edges":[{"node":{"title":"елка и дом"}}]}}""",
            System.Text.RegularExpressions.Regex.Unescape(answer.Data.ToJsonString()));
        Assert.Single(answer.Sql);
    }

    [Fact]
    public async Task A_condition_of_the_client_hides_fields_and_saves_levels()
    {
        const string Query = "query($more: Boolean!) { books(first: 2) { nodes { id pages @include(if: $more) authors(first: 1) @include(if: $more) { nodes { id } } } } }";

        var less = await library.AskAsync(Query, new { more = false });
        var more = await library.AskAsync(Query, new { more = true });

        Assert.DoesNotContain("pages", less.Data.ToJsonString());
        Assert.Single(less.Sql);
        Assert.Equal(2, more.Sql.Count);
        Assert.Equal(less.Sql[0], more.Sql[0]);
    }
}
