using System.Collections;
using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>
/// Reads the rows of a reader where they lie in SQLite's memory. Microsoft.Data.Sqlite asks two or three times for each value, through a safe
/// handle each time, and parses instants by the rules of a culture; a page has hundreds of values. What is out of the ordinary is left to it.
/// </summary>
internal sealed class SqliteValues(SqliteDataReader reader) : DbDataReader
{
    private readonly nint statement = reader.Handle!.DangerousGetHandle();

    public override int Depth => reader.Depth;

    public override int FieldCount => reader.FieldCount;

    public override bool HasRows => reader.HasRows;

    public override bool IsClosed => reader.IsClosed;

    public override int RecordsAffected => reader.RecordsAffected;

    public override object this[int ordinal] => reader[ordinal];

    public override object this[string name] => reader[name];

    /// <summary>Puts the reading in place of that of a reader of SQLite.</summary>
    public static DbDataReader Of(DbDataReader reader) => reader is SqliteDataReader { Handle: not null } sqlite ? new SqliteValues(sqlite) : reader;

    public override bool IsDBNull(int ordinal) => SqliteNative.ColumnType(statement, ordinal) == raw.SQLITE_NULL;

    public override string GetString(int ordinal)
    {
        var utf8 = SqliteNative.ColumnBytes(statement, ordinal);
        return utf8.IsEmpty ? reader.GetString(ordinal) : Encoding.UTF8.GetString(utf8);
    }

    public override long GetInt64(int ordinal)
    {
        // It is 0 for NULL too, which is not to be taken for a number.
        var number = SqliteNative.ColumnInt64(statement, ordinal);
        return number == 0 ? reader.GetInt64(ordinal) : number;
    }

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override double GetDouble(int ordinal)
    {
        var number = SqliteNative.ColumnDouble(statement, ordinal);
        return number == 0 ? reader.GetDouble(ordinal) : number;
    }

    public override DateTime GetDateTime(int ordinal) =>
        SqliteInstants.TryReadInstant(SqliteNative.ColumnBytes(statement, ordinal), out var instant) ? instant : reader.GetDateTime(ordinal);

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly) && SqliteInstants.TryReadDay(SqliteNative.ColumnBytes(statement, ordinal), out var day)
            ? (T)(object)day
            : reader.GetFieldValue<T>(ordinal);

    public override bool Read() => reader.Read();

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken);

    public override bool NextResult() => throw new NotSupportedException("One statement is read, not several.");

    public override byte GetByte(int ordinal) => reader.GetByte(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        reader.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override char GetChar(int ordinal) => reader.GetChar(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        reader.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override string GetDataTypeName(int ordinal) => reader.GetDataTypeName(ordinal);

    public override decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override Type GetFieldType(int ordinal) => reader.GetFieldType(ordinal);

    public override float GetFloat(int ordinal) => reader.GetFloat(ordinal);

    public override Guid GetGuid(int ordinal) => reader.GetGuid(ordinal);

    public override short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    public override string GetName(int ordinal) => reader.GetName(ordinal);

    public override int GetOrdinal(string name) => reader.GetOrdinal(name);

    public override object GetValue(int ordinal) => reader.GetValue(ordinal);

    public override int GetValues(object[] values) => reader.GetValues(values);

    public override void Close() => reader.Close();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
