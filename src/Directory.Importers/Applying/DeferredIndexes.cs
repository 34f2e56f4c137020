using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Takes the indexes of a table away before a large load and builds them again behind it, in the same transaction: readers never see
/// the table without them, and sorting once costs a fraction of finding the place of each row. Unique ones stay, for they guard.
/// </summary>
internal sealed class DeferredIndexes(ImportSession session)
{
    /// <summary>Below it a load is soon done either way.</summary>
    private const int LargeLoad = 20_000;

    // A trigger that looks into its own table for each row needs the indexes.
    private const string Find =
        """
        SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = @table AND sql LIKE 'CREATE INDEX %' AND NOT EXISTS (
            SELECT 1 FROM sqlite_master AS t WHERE t.type = 'trigger' AND t.tbl_name = @table AND t.sql LIKE '%FROM "' || @table || '"%')
        """;

    private readonly List<string> dropped = [];

    /// <summary>Takes the indexes of tables away if the load is large beside what they hold, since all of that is sorted again.</summary>
    /// <param name="tables">Their names.</param>
    /// <param name="added">Rows that each will get, at least.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task DropAsync(IReadOnlyList<string> tables, long added, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            if (added >= LargeLoad && added >= await session.CountAsync($"""SELECT MAX(rowid) FROM "{table}" """, cancellationToken))
            {
                await DropAsync(table, cancellationToken);
            }
        }
    }

    /// <summary>Builds all of them again.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await session.SortAsync(dropped, cancellationToken);
        dropped.Clear();
    }

    private async Task DropAsync(string table, CancellationToken cancellationToken)
    {
        var indexes = await session.QueryAsync(
            Find, reader => (Name: reader.GetString(0), Sql: reader.GetString(1)), cancellationToken, ("@table", table));
        foreach (var (name, sql) in indexes)
        {
            await session.ExecuteAsync($"DROP INDEX \"{name}\"", cancellationToken);
            dropped.Add(sql);
        }
    }
}
