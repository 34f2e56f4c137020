using System.Buffers.Text;
using System.Text;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Cursors hold in their order and in no other.</summary>
public sealed class CursorTests(LibraryFixture library)
{
    [Theory]
    [InlineData("order: [{genre: ASC}, {copies: DESC}, {sequel: {pages: ASC}}]")]
    [InlineData("order: [{isLent: DESC}, {rating: ASC}]")]
    [InlineData("order: [{written: ASC}, {isbn: DESC}], where: {pages: {gt: 50}}")]
    [InlineData("order: [{otherGenre: ASC}, {id: DESC}], where: {sequel: {pages: {nlt: 100}}}")]
    public async Task Walking_all_pages_visits_each_row_once_whatever_the_size(string arguments)
    {
        var all = (await library.AskAsync($"{{ books(first: 50, {arguments}) {{ nodes {{ id }} }} }}")).Ids("books");

        foreach (var size in new[] { 1, 2, 7, 39, 40 })
        {
            Assert.Equal(all, await PageWalk.ForwardAsync(library, size, arguments));
            Assert.Equal(all.Reverse(), await PageWalk.BackwardAsync(library, size, arguments));
        }
    }

    [Fact]
    public async Task Two_cursors_cut_out_what_lies_between_them()
    {
        const string Arguments = "order: [{copies: ASC}, {genre: DESC}]";
        var all = await library.AskAsync($"{{ books(first: 50, {Arguments}) {{ nodes {{ id }} edges {{ cursor }} }} }}");
        var cursors = all.Data["books"]!["edges"]!.AsArray().Select(edge => (string)edge!["cursor"]!).ToList();
        var variables = new { after = cursors[4], before = cursors[34] };

        var first = await library.AskAsync($"query($after: String, $before: String) {{ books(first: 50, after: $after, before: $before, {Arguments}) {{ nodes {{ id }} }} }}", variables);
        var last = await library.AskAsync($"query($after: String, $before: String) {{ books(last: 4, after: $after, before: $before, {Arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}", variables);

        Assert.Equal(all.Ids("books")[5..34], first.Ids("books"));
        Assert.Equal(all.Ids("books")[30..34], last.Ids("books"));
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":true}""", last.Data["books"]!["pageInfo"]!.ToJsonString());
    }

    [Fact]
    public async Task The_row_of_a_cursor_need_not_match_the_filter()
    {
        var cursor = await CursorAsync("order: {pages: ASC}", 10);
        var answer = await library.AskAsync($"{{ books(first: 50, after: \"{cursor}\", order: {{pages: ASC}}, where: {{pages: {{gt: 300}}}}) {{ nodes {{ id }} }} }}");

        Assert.Equal(library.Books.Where(book => book.Pages > 300).OrderBy(book => book.Pages).ThenBy(book => book.Id).Select(book => (int)book.Id), answer.Ids("books"));
    }

    [Theory]
    [InlineData("order: {pages: DESC}")]
    [InlineData("order: [{pages: ASC}, {title: ASC}]")]
    [InlineData("order: {copies: ASC}")]
    [InlineData("order: []")]
    public async Task A_cursor_of_another_order_is_refused_before_any_statement(string arguments)
    {
        var cursor = await CursorAsync("order: {pages: ASC}", 3);

        foreach (var argument in new[] { "after", "before" })
        {
            AssertRefused(await library.AskAsync($"{{ books({argument}: \"{cursor}\", {arguments}) {{ nodes {{ id }} }} }}"));
        }
    }

    [Fact]
    public async Task A_cursor_with_any_character_changed_is_refused()
    {
        var cursor = await CursorAsync("order: [{isbn: ASC}, {pages: ASC}]", 3);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = $"{cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}";
            AssertRefused(await library.AskAsync($"{{ books(after: \"{changed}\", order: [{{isbn: ASC}}, {{pages: ASC}}]) {{ nodes {{ id }} }} }}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[2,\"x\",1]")]
    [InlineData("[1,\"x\",1]")]
    [InlineData("[1,null,null]")]
    [InlineData("[\"1\",\"x\",1]")]
    [InlineData("null")]
    public async Task What_was_never_a_cursor_is_refused(string text)
    {
        foreach (var cursor in new[] { text.Replace("\"", "\\\""), Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), new string('A', 10_000) })
        {
            AssertRefused(await library.AskAsync($"{{ books(after: \"{cursor}\") {{ nodes {{ id }} }} }}"));
        }
    }

    [Fact]
    public async Task A_nested_cursor_of_another_order_is_refused_before_any_statement_too()
    {
        var cursor = await CursorAsync("order: {pages: ASC}", 3);

        AssertRefused(await library.AskAsync($"{{ libraries {{ nodes {{ books(after: \"{cursor}\") {{ nodes {{ id }} }} }} }} }}"));
    }

    [Fact]
    public async Task Nested_pages_continue_behind_their_cursor()
    {
        var page = await library.AskAsync("{ libraries(first: 1, where: {books: {any: true}}) { nodes { id books(first: 2, order: {pages: DESC}) { nodes { id } pageInfo { endCursor } } } } }");
        var cursor = (string)page.Data["libraries"]!["nodes"]![0]!["books"]!["pageInfo"]!["endCursor"]!;
        var next = await library.AskAsync($"{{ libraries(first: 1, where: {{books: {{any: true}}}}) {{ nodes {{ books(first: 50, after: \"{cursor}\", order: {{pages: DESC}}) {{ nodes {{ id }} }} }} }} }}");

        var owner = LibraryAnswer.KeyOf((string)page.Data["libraries"]!["nodes"]![0]!["id"]!);
        var all = library.Books.Where(book => book.Library.Id == owner).OrderByDescending(book => book.Pages).ThenBy(book => book.Id).Select(book => (int)book.Id).ToArray();
        Assert.Equal(all[..2], page.Ids("libraries", "nodes", "0", "books"));
        Assert.Equal(all[2..], next.Ids("libraries", "nodes", "0", "books"));
    }

    private static void AssertRefused(LibraryAnswer answer)
    {
        Assert.Equal("CURSOR_INVALID", answer.ErrorCode);
        Assert.False(answer.Body.ContainsKey("data"));
        Assert.Empty(answer.Sql);
    }

    private async Task<string> CursorAsync(string arguments, int index) =>
        (string)(await library.AskAsync($"{{ books(first: 50, {arguments}) {{ edges {{ cursor }} }} }}")).Data["books"]!["edges"]![index]!["cursor"]!;
}
