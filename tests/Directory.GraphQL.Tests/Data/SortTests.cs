namespace CenterDirectory.GraphQL.Tests.Data;

public sealed class SortTests(LibraryFixture library)
{
    /// <summary>What the database stores, in a form that C# compares like SQLite does.</summary>
    internal static readonly Dictionary<string, Func<Book, IComparable?>> Keys = new()
    {
        ["id"] = book => book.Id,
        ["title"] = book => new Bytes(FoldedText.Fold(book.Title)!),
        ["subtitle"] = book => Bytes.Of(book.Subtitle),
        ["pages"] = book => book.Pages,
        ["copies"] = book => book.Copies,
        ["letters"] = book => book.Letters,
        ["weight"] = book => book.Weight,
        ["rating"] = book => book.Rating,
        ["price"] = book => book.Price,
        ["discount"] = book => book.Discount,
        ["isRare"] = book => book.IsRare,
        ["isLent"] = book => book.IsLent,
        ["addedAt"] = book => book.AddedAt,
        ["seenAt"] = book => book.SeenAt,
        ["printedOn"] = book => book.PrintedOn,
        ["boundOn"] = book => book.BoundOn,
        ["ringsAt"] = book => book.RingsAt,
        ["key"] = book => new Bytes(book.Key.ToString()),
        ["genre"] = book => new Bytes(book.Genre.ToString()),
        ["otherGenre"] = book => Bytes.Of(book.OtherGenre?.ToString()),
        ["isbn"] = book => Bytes.Of(book.Isbn?.Digits),
        ["written"] = book => book.WrittenEarliest,
        ["link"] = book => Bytes.Of(book.Link?.OriginalString),
        ["measures.width"] = book => book.Measures?.Width,
        ["measures.height"] = book => book.Measures?.Height,
        ["library.id"] = book => book.Library.Id,
        ["library.name"] = book => new Bytes(FoldedText.Fold(book.Library.Name)!),
        ["library.city.name"] = book => Bytes.Of(book.Library.City?.Name),
        ["sequel.pages"] = book => book.Sequel?.Pages,
        ["sequel.isbn"] = book => Bytes.Of(book.Sequel?.Isbn?.Digits),
        ["sequel.sequel.isRare"] = book => book.Sequel?.Sequel?.IsRare,
    };

    public static TheoryData<string> Paths => [.. Keys.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_key_sorts_both_ways_with_unknown_values_last(string path)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var answer = await library.AskAsync($"{{ books(first: 50, order: [{Order(path, direction)}]) {{ nodes {{ id }} }} }}");
            Assert.Equal(Expected(path, direction), answer.Ids("books"));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Pages_in_the_order_of_any_key_visit_each_row_once_in_both_directions(string path)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var expected = Expected(path, direction);
            Assert.Equal(expected, await PageWalk.ForwardAsync(library, 7, $"order: [{Order(path, direction)}]"));
            Assert.Equal(expected.Reverse(), await PageWalk.BackwardAsync(library, 7, $"order: [{Order(path, direction)}]"));
        }
    }

    [Fact]
    public async Task Several_keys_count_in_their_order()
    {
        var answer = await library.AskAsync("{ books(first: 50, order: [{genre: DESC}, {copies: ASC}, {pages: DESC}]) { nodes { id } } }");

        Assert.Equal(
            library.Books.OrderByDescending(book => book.Genre.ToString(), StringComparer.Ordinal).ThenBy(book => book.Copies is null).ThenBy(book => book.Copies)
                .ThenByDescending(book => book.Pages).ThenBy(book => book.Id).Select(book => (int)book.Id),
            answer.Ids("books"));
    }

    [Fact]
    public async Task An_order_may_be_a_single_object_also_as_a_variable()
    {
        var listed = await library.AskAsync("{ books(order: [{pages: DESC}]) { nodes { id } } }");
        var single = await library.AskAsync("{ books(order: {pages: DESC}) { nodes { id } } }");
        var variable = await library.AskAsync("query($order: [VolumeSortInput!]) { books(order: $order) { nodes { id } } }", new { order = new { pages = "DESC" } });

        Assert.Equal(listed.Ids("books"), single.Ids("books"));
        Assert.Equal(listed.Ids("books"), variable.Ids("books"));
    }

    [Fact]
    public async Task Without_order_the_declared_one_holds_else_the_key()
    {
        var books = await library.AskAsync("{ books(first: 50) { nodes { id } } }");
        var empty = await library.AskAsync("{ books(first: 50, order: []) { nodes { id } } }");
        var authors = await library.AskAsync("{ authors { nodes { id } } }");
        var libraries = await library.AskAsync("{ libraries { nodes { id } } }");

        Assert.Equal(Expected("title", "ASC"), books.Ids("books"));
        Assert.Equal(books.Ids("books"), empty.Ids("books"));
        Assert.Equal([5, 6, 3, 4, 1, 2], authors.Ids("authors"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], libraries.Ids("libraries"));
    }

    [Fact]
    public async Task A_root_query_keeps_its_own_order_until_the_client_says_otherwise()
    {
        var own = await PageWalk.ForwardAsync(library, 6, "", "booksByWeight");
        var asked = await library.AskAsync("{ booksByWeight(first: 50, order: {id: DESC}) { nodes { id } } }");

        Assert.Equal(
            library.Books.OrderByDescending(book => book.Weight).ThenBy(book => book.Library.Name, StringComparer.Ordinal).ThenBy(book => book.Id).Select(book => (int)book.Id),
            own);
        Assert.Equal(library.Books.Select(book => (int)book.Id).Reverse(), asked.Ids("booksByWeight"));
    }

    [Fact]
    public async Task A_sort_key_of_no_or_two_fields_is_refused_before_any_statement()
    {
        foreach (var order in new[] { "{}", "{pages: ASC, title: ASC}", "{library: {}}" })
        {
            var answer = await library.AskAsync($"{{ books(order: [{order}]) {{ nodes {{ id }} }} }}");
            Assert.Equal("BAD_USER_INPUT", answer.ErrorCode);
            Assert.False(answer.Body.ContainsKey("data"));
            Assert.Empty(answer.Sql);
        }
    }

    /// <summary>A sort key as GraphQL writes it, or as JSON with quotes around names.</summary>
    internal static string Order(string path, string direction, string quote = "") =>
        path.Split('.').Reverse().Aggregate(direction, (inner, step) => $"{{{quote}{step}{quote}: {inner}}}");

    private int[] Expected(string path, string direction)
    {
        var key = Keys[path];
        var ranked = library.Books.OrderBy(book => key(book) is null);
        var ordered = direction == "ASC" ? ranked.ThenBy(key) : ranked.ThenByDescending(key);
        return [.. ordered.ThenBy(book => book.Id).Select(book => (int)book.Id)];
    }
}

/// <summary>A text that compares by its bytes in UTF-8, as SQLite does it.</summary>
internal sealed record Bytes(string Text) : IComparable
{
    public static Bytes? Of(string? text) => text is null ? null : new Bytes(text);

    public int CompareTo(object? obj) => System.Text.Encoding.UTF8.GetBytes(Text).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(((Bytes)obj!).Text));
}
