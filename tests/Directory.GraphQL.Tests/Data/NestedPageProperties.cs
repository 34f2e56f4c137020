using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Pages of many parents hold the same rows whether they are picked key by key, as on SQLite, or numbered by a window, as elsewhere.</summary>
public sealed class NestedPageProperties : IDisposable
{
    private const string Query =
        """
        query($where: VolumeFilterInput, $first: Int, $last: Int, $order: [VolumeSortInput!]) {
          libraries { nodes { books(where: $where, first: $first, last: $last, order: $order) {
            totalCount nodes { id title authors(first: 2) { totalCount nodes { id name } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          } } }
          cities { nodes { libraries(first: 2) { nodes { id } } } }
        }
        """;

    private readonly LibraryFixture library;
    private readonly GraphQLEngine windows;

    public NestedPageProperties(LibraryFixture library)
    {
        this.library = library;
        windows = library.NewEngine(new EngineOptions(), options => options.AlwaysWindows = true);
    }

    private static Gen<string> Keys => Gen.Elements("id", "pages", "copies", "title", "boundOn", "written");

    private static Gen<string> Directions => Gen.Elements("ASC", "DESC");

    public void Dispose() => windows.Dispose();

    [Fact]
    public void Both_forms_give_the_same_pages() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Gen.Zip(Gen.Zip(Keys, Directions), Gen.Zip(RandomFilters.Books, Gen.Choose(-6, 6))).ToArbitrary(), async input =>
        {
            var ((key, direction), (filter, size)) = (input.Item1, (input.Item2.Item1, input.Item2.Item2));
            object variables = new
            {
                where = JsonNode.Parse(filter.Json),
                first = size < 0 ? (int?)null : size,
                last = size < 0 ? -size : (int?)null,
                order = JsonNode.Parse($"[{{\"{key}\":\"{direction}\"}}]"),
            };

            var picked = await library.AskAsync(Query, variables);
            var windowed = await library.AskAsync(Query, variables, windows);

            Assert.Contains(picked.Sql, sql => sql.Contains("CROSS JOIN", StringComparison.Ordinal));
            Assert.Contains(windowed.Sql, sql => sql.Contains("ROW_NUMBER()", StringComparison.Ordinal));
            Assert.Equal(windowed.Data.ToJsonString(), picked.Data.ToJsonString());
        }));
}
