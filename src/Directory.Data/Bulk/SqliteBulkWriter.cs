using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Bulk;

/// <summary>One prepared insert, run again for each row: SQLite works in process, there is no round trip to save by batching.</summary>
internal sealed class SqliteBulkWriter : BulkWriter
{
    private readonly SqliteStatement insert;

    public SqliteBulkWriter(SqliteConnection connection, string table, IReadOnlyList<string> columns, string conflict)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        string[] parameters = [.. columns.Select((_, index) => $"@p{index}")];
        insert = new SqliteStatement(
            connection, $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", parameters)}){conflict}", parameters);
    }

    /// <inheritdoc />
    public override bool Write(params ReadOnlySpan<object?> row) => insert.Run(row) > 0;

    /// <inheritdoc />
    public override void Dispose() => insert.Dispose();
}
