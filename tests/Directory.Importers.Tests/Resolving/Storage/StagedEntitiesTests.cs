using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class StagedEntitiesTests
{
    private const int Staged = 12_000;

    /// <summary>Few are written one by one, many at once, and many that lie far apart one by one again.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(3_000, 1)]
    [InlineData(2_900, 4)]
    [InlineData(1_000, 11)]
    public async Task Each_record_gets_its_entity_and_the_others_keep_theirs(int count, int distance)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await using var session = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        await StagingTable.CreateAsync(session, TestContext.Current.CancellationToken);
        session.BeginPrivate();
        using (var rows = session.Write("staged", ["Id", "Kind", "ExternalId", "Hash", "Table", "Row", "EntityId"]))
        {
            for (var id = 1L; id <= Staged; id++)
            {
                rows.Write(id, "Organization", $"{id}", new byte[] { 1 }, "t", id, id % 2 == 0 ? 7L : null);
            }
        }

        // Numbers of several lengths, the first of them not that of the first record.
        List<(long Staged, long Entity)> entities = [.. Enumerable.Range(0, count).Select(at => (5L + (at * distance), 95L + (count - at)))];

        new StagedEntities(session).Write(entities);
        session.Bulk.Settle();

        var expected = Enumerable.Range(1, Staged).Select(id => id % 2 == 0 ? 7L : 0).ToArray();
        entities.ForEach(one => expected[one.Staged - 1] = one.Entity);
        Assert.Equal(expected, await session.QueryAsync(
            """SELECT COALESCE("EntityId", 0) FROM staged ORDER BY "Id" """, reader => reader.GetInt64(0), TestContext.Current.CancellationToken));
    }
}
