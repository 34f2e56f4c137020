using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Bulk;

/// <summary>One prepared insert, run again for each row: SQLite works in process, there is no round trip to save by batching.</summary>
internal sealed class SqliteBulkWriter : BulkWriter
{
    private readonly SqliteCommand command;

    public SqliteBulkWriter(SqliteTransaction transaction, string table, IReadOnlyList<string> columns, bool skipConflicts)
    {
        command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select((_, index) => $"@p{index}"));
        command.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({values}){(skipConflicts ? " ON CONFLICT DO NOTHING" : "")}";
        for (var index = 0; index < columns.Count; index++)
        {
            command.Parameters.Add(new SqliteParameter($"@p{index}", DBNull.Value));
        }

        command.Prepare();
    }

    /// <inheritdoc />
    public override bool Write(params ReadOnlySpan<object?> row)
    {
        for (var index = 0; index < row.Length; index++)
        {
            command.Parameters[index].Value = row[index] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery() > 0;
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => command.DisposeAsync();
}
