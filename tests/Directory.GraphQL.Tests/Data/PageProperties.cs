using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>What holds for any filter and any order.</summary>
public sealed class PageProperties(LibraryFixture library)
{
    private const string Page = """
        query($where: VolumeFilterInput, $order: [VolumeSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
          books(where: $where, order: $order, first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    private static readonly Gen<IList<(string Path, string Direction)>> Orders =
        from count in Gen.Choose(0, 3)
        from keys in Gen.ListOf(Gen.Zip(Gen.Elements(SortTests.Keys.Keys.ToArray()), Gen.Elements("ASC", "DESC")), count)
        select (IList<(string, string)>)[.. keys.Select(key => (key.Item1, key.Item2))];

    [Fact]
    public void A_filter_in_the_database_is_the_same_filter_in_memory() =>
        Check.One(Times(120), Prop.ForAll(RandomFilters.Books.ToArbitrary(), async filter =>
        {
            var answer = await AskAsync(new { where = JsonNode.Parse(filter.Json), order = new { id = "ASC" }, first = 50 });

            var expected = library.Books.Where(book => filter.Holds?.Invoke(book) ?? true).Select(book => (int)book.Id).ToArray();
            Assert.True(expected.SequenceEqual(answer.Ids("books")), $"{filter.Json}: expected {string.Join(',', expected)}, found {string.Join(',', answer.Ids("books"))}");
            Assert.Equal(expected.Length, (int)answer.Data["books"]!["totalCount"]!);
        }));

    [Fact]
    public void Pages_visit_each_row_once_in_order_and_backwards_is_the_reverse() =>
        Check.One(Times(30), Prop.ForAll(Gen.Zip(Orders, Gen.Zip(RandomFilters.Books, Gen.Choose(1, 15))).ToArbitrary(), async input =>
        {
            var (order, (filter, size)) = (input.Item1, (input.Item2.Item1, input.Item2.Item2));
            var expected = Expected(order, filter);
            var where = JsonNode.Parse(filter.Json);
            var keys = JsonNode.Parse($"[{string.Join(',', order.Select(key => SortTests.Order(key.Path, $"\"{key.Direction}\"", "\"")))}]");

            var forward = await WalkAsync(size, isBackward: false, where, keys, expected.Length);
            var backward = await WalkAsync(size, isBackward: true, where, keys, expected.Length);

            Assert.True(expected.SequenceEqual(forward), $"{keys} {filter.Json} by {size}: expected {string.Join(',', expected)}, visited {string.Join(',', forward)}");
            Assert.True(expected.Reverse().SequenceEqual(backward), $"{keys} {filter.Json} by {size}: expected the reverse of {string.Join(',', expected)}, visited {string.Join(',', backward)}");
        }));

    private static Config Times(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases);

    private int[] Expected(IList<(string Path, string Direction)> order, Filter<Book> filter)
    {
        var keys = order.Count == 0 ? [("title", "ASC")] : order;
        var rows = library.Books.Where(book => filter.Holds?.Invoke(book) ?? true).OrderBy(_ => 0);
        foreach (var (path, direction) in keys)
        {
            var key = SortTests.Keys[path];
            rows = rows.ThenBy(book => key(book) is null);
            rows = direction == "ASC" ? rows.ThenBy(key) : rows.ThenByDescending(key);
        }

        return [.. rows.ThenBy(book => book.Id).Select(book => (int)book.Id)];
    }

    private async Task<int[]> WalkAsync(int size, bool isBackward, JsonNode? where, JsonNode? order, int count)
    {
        var visited = new List<int>();
        string? cursor = null;
        while (visited.Count <= LibraryData.BookCount)
        {
            var answer = await AskAsync(isBackward
                ? new { where = where?.DeepClone(), order = order?.DeepClone(), last = size, before = cursor }
                : new { where = where?.DeepClone(), order = order?.DeepClone(), first = size, after = cursor });
            var page = answer.Data["books"]!;
            Assert.Equal(count, (int)page["totalCount"]!);
            visited.AddRange(isBackward ? answer.Ids("books").Reverse() : answer.Ids("books"));
            if (!(bool)page["pageInfo"]![isBackward ? "hasPreviousPage" : "hasNextPage"]!)
            {
                break;
            }

            cursor = (string)page["pageInfo"]![isBackward ? "startCursor" : "endCursor"]!;
        }

        return [.. visited];
    }

    private Task<LibraryAnswer> AskAsync(object variables) => library.AskAsync(Page, variables);
}
