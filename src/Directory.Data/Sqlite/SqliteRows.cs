using CenterDirectory.Data.Bulk;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>A query that runs many times and whose columns are read as they stand in SQLite's memory, without a string for each.</summary>
internal sealed class SqliteRows : RowReader
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteRows(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Starts anew with other numbers for its parameters @a, @b ….</summary>
    public override void Start(params ReadOnlySpan<long> numbers)
    {
        Check(raw.sqlite3_reset(statement));
        for (var i = 0; i < numbers.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "@" + (char)('a' + i)), numbers[i]));
        }
    }

    /// <summary>Sets a text, if the query has the parameter; only before its first row is read.</summary>
    public override void Set(string name, string value)
    {
        var index = raw.sqlite3_bind_parameter_index(statement, name);
        if (index > 0)
        {
            Check(raw.sqlite3_bind_text(statement, index, value));
        }
    }

    public override bool Read()
    {
        var result = raw.sqlite3_step(statement);
        return result == raw.SQLITE_ROW || (result == raw.SQLITE_DONE ? false : throw Problem(result));
    }

    public override void End() => raw.sqlite3_reset(statement);

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A text in UTF-8, until the next row is read; empty for NULL.</summary>
    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public override string Text(int column) => System.Text.Encoding.UTF8.GetString(Bytes(column));

    public override void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);

    private SqliteException Problem(int result) =>
        new(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
}
