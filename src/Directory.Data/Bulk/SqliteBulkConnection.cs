using System.Data.Common;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Bulk;

/// <summary>SQLite runs in this process: every statement runs at once, and any number of them beside each other.</summary>
internal sealed class SqliteBulkConnection(SqliteConnection connection) : BulkConnection
{
    public SqliteConnection Connection { get; } = connection;

    public override SqlDialect Dialect => SqliteDialect.Instance;

    public override RowStatement Prepare(string sql, params IReadOnlyList<string> parameters) => new SqliteStatement(Connection, sql, parameters);

    public override RowReader Rows(string sql) => new SqliteRows(Connection, sql);

    public override RowQuery Query(string sql, params IReadOnlyList<string> parameters)
    {
        var command = Command(sql, [.. parameters.Select(name => (name, (object?)null))]);
        command.Prepare();
        return new RowQuery(this, command);
    }

    public override DbCommand Command(string sql, params IReadOnlyList<(string Name, object? Value)> parameters)
    {
        // It takes the connection's transaction along.
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, Value(value));
        }

        return command;
    }

    public override BulkWriter Write(string table, IReadOnlyList<string> columns, IReadOnlyList<string>? key = null, TakenKey taken = TakenKey.Skip) =>
        new SqliteBulkWriter(Connection, table, columns, key is null ? "" : OnConflict(columns, key, taken));

    /// <summary>What both databases understand.</summary>
    public static string OnConflict(IReadOnlyList<string> columns, IReadOnlyList<string> key, TakenKey taken) => taken == TakenKey.Skip
        ? " ON CONFLICT DO NOTHING"
        : $" ON CONFLICT ({string.Join(", ", key.Select(column => $"\"{column}\""))}) DO UPDATE SET {string.Join(", ", columns.Except(key).Select(column => $"\"{column}\" = excluded.\"{column}\""))}";

    public override void Settle()
    {
    }

    public override void Discard()
    {
    }

    public override object Value(object? value) => value ?? DBNull.Value;
}
