using System.Text.Json.Nodes;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Goes through all pages of a connection of books, as a client would.</summary>
internal static class PageWalk
{
    /// <summary>Ids in the order in which pages from the start give them.</summary>
    public static Task<int[]> ForwardAsync(LibraryFixture library, int size, string arguments, string field = "books") =>
        WalkAsync(library, size, arguments, field, new Direction("first", "after", "hasNextPage", "hasPreviousPage", "endCursor", IsBackward: false));

    /// <summary>Ids in the order in which pages from the end give them, each page read from its end.</summary>
    public static Task<int[]> BackwardAsync(LibraryFixture library, int size, string arguments, string field = "books") =>
        WalkAsync(library, size, arguments, field, new Direction("last", "before", "hasPreviousPage", "hasNextPage", "startCursor", IsBackward: true));

    private static async Task<int[]> WalkAsync(LibraryFixture library, int size, string arguments, string field, Direction direction)
    {
        var visited = new List<int>();
        string? cursor = null;
        while (true)
        {
            var answer = await library.AskAsync(
                $"query($cursor: String) {{ {field}({direction.Size}: {size}, {direction.Cursor}: $cursor, {arguments}) "
                + "{ edges { cursor } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
                new { cursor });
            var ids = answer.Ids(field);
            var info = answer.Data[field]!["pageInfo"]!;
            AssertEdges(answer.Data[field]!);
            Assert.Equal(cursor is not null, (bool)info[direction.HasBehind]!);
            visited.AddRange(direction.IsBackward ? ids.Reverse() : ids);
            if (!(bool)info[direction.HasMore]!)
            {
                return [.. visited];
            }

            Assert.Equal(size, ids.Length);
            cursor = (string)info[direction.Next]!;
        }
    }

    private static void AssertEdges(JsonNode page)
    {
        var cursors = page["edges"]!.AsArray().Select(edge => (string?)edge!["cursor"]).ToList();
        Assert.Equal(cursors.FirstOrDefault(), (string?)page["pageInfo"]!["startCursor"]);
        Assert.Equal(cursors.LastOrDefault(), (string?)page["pageInfo"]!["endCursor"]);
        Assert.Equal(cursors.Distinct(), cursors);
    }

    private sealed record Direction(string Size, string Cursor, string HasMore, string HasBehind, string Next, bool IsBackward);
}
