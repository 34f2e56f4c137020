using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Takes the indexes of a table away before a large load and builds them again behind it, in the same transaction: readers never see
/// the table without them, and sorting once costs a fraction of finding the place of each row. Unique ones stay, for they guard: all but one
/// of which the caller sees to it.
/// </summary>
/// <param name="session">The connection of the run.</param>
/// <param name="largeLoad">Rows from which a load is large.</param>
internal sealed class DeferredIndexes(ImportSession session, int largeLoad)
{
    /// <summary>Below it a load is soon done either way.</summary>
    public const int LargeLoad = 20_000;

    // A trigger that looks into its own table for each row needs the indexes. One that holds few of the rows costs more to build than to keep.
    private const string Find =
        """
        SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = @table
            AND sql NOT LIKE '% WHERE %' AND (sql LIKE 'CREATE INDEX %' OR sql LIKE 'CREATE UNIQUE INDEX % ("' || @unique || '")') AND NOT EXISTS (
            SELECT 1 FROM sqlite_master AS t WHERE t.type = 'trigger' AND t.tbl_name = @table AND t.sql LIKE '%FROM "' || @table || '"%')
        """;

    private readonly List<string> dropped = [];

    /// <summary>Whether any are to be built again.</summary>
    public bool AreDropped => dropped.Count > 0;

    /// <summary>Takes the indexes of a table away if the load is large beside what it holds, since all of that is sorted again.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="added">Rows that it will get.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="unique">Column whose index may go though it guards: it is built again before the transaction ends, or the run fails.</param>
    public async Task DropAsync(string table, long added, CancellationToken cancellationToken, string unique = "")
    {
        if (!session.Dialect.DefersIndexes || added < largeLoad || added < await session.CountAsync($"""SELECT MAX(rowid) FROM "{table}" """, cancellationToken))
        {
            return;
        }

        session.EndReads();
        var indexes = await session.QueryAsync(
            Find, reader => (Name: reader.GetString(0), Sql: reader.GetString(1)), cancellationToken, ("@table", table), ("@unique", unique));
        foreach (var (name, sql) in indexes)
        {
            await session.ExecuteAsync($"DROP INDEX \"{name}\"", cancellationToken);
            dropped.Add(sql);
        }
    }

    /// <summary>Builds all of them again.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await session.SortAsync(dropped, cancellationToken);
        dropped.Clear();
    }
}
