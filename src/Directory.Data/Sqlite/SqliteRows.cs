using System.Text;
using CenterDirectory.Data.Bulk;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>A query that runs many times and whose columns are read as they stand in SQLite's memory, without a string for each.</summary>
internal sealed class SqliteRows(SqliteConnection connection, string sql) : RowReader
{
    private readonly NativeStatement statement = new(connection, sql);

    /// <summary>Starts anew with other numbers for its parameters @a, @b ….</summary>
    public override void Start(params ReadOnlySpan<long> numbers)
    {
        statement.Reset();
        for (var i = 0; i < numbers.Length; i++)
        {
            statement.Bind(statement.PositionOf("@" + (char)('a' + i)), numbers[i]);
        }
    }

    /// <summary>Sets a text, if the query has the parameter; only before its first row is read.</summary>
    public override void Set(string name, string value)
    {
        var position = statement.PositionOf(name);
        if (position > 0)
        {
            statement.BindText(position, value);
        }
    }

    public override bool Read() => statement.Read();

    public override void End() => statement.Reset();

    public override bool IsNull(int column) => statement.TypeOf(column) == raw.SQLITE_NULL;

    public override long Number(int column) => statement.Number(column);

    public override double Real(int column) => statement.Real(column);

    /// <summary>A text in UTF-8, until the next row is read; empty for NULL.</summary>
    public override ReadOnlySpan<byte> Bytes(int column) => statement.Bytes(column);

    public override string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public override void Dispose() => statement.Dispose();
}
