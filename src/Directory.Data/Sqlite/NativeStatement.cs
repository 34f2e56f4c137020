using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>A statement that is prepared once, with its values as they lie in SQLite's memory.</summary>
internal sealed class NativeStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt owner;
    private readonly nint statement;
    private byte[] text = new byte[256];

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement.</param>
    public NativeStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out owner));
        // Connections have no mutexes: one that somebody forgot is not to be let go of by the collector's thread while another one uses its connection.
#pragma warning disable CA1816 // Of what is held here, not of this, which has nothing to finalize.
        GC.SuppressFinalize(owner);
#pragma warning restore CA1816
        statement = owner.DangerousGetHandle();
    }

    /// <summary>Number of a parameter; 0 if the statement has none of that name.</summary>
    public int PositionOf(string parameter) => raw.sqlite3_bind_parameter_index(owner, parameter);

    public void Bind(int position, long value) => Check(SqliteNative.BindInt64(statement, position, value));

    public void Bind(int position, double value) => Check(SqliteNative.BindDouble(statement, position, value));

    public void BindNull(int position) => Check(SqliteNative.BindNull(statement, position));

    public void BindBlob(int position, ReadOnlySpan<byte> bytes) => Check(SqliteNative.BindBlob(statement, position, bytes));

    /// <summary>Binds a text in UTF-8.</summary>
    public void BindText(int position, ReadOnlySpan<byte> utf8) => Check(SqliteNative.BindText(statement, position, utf8));

    /// <summary>Binds a text.</summary>
    public void BindText(int position, ReadOnlySpan<char> value)
    {
        if (text.Length < Encoding.UTF8.GetMaxByteCount(value.Length))
        {
            text = new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        }

        BindText(position, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text)));
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read() => SqliteNative.Step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var problem => throw Problem(problem),
    };

    /// <summary>Makes ready to run again; what is bound stays.</summary>
    public void Reset() => Check(SqliteNative.Reset(statement));

    /// <summary>Runs to the end.</summary>
    /// <returns>Rows that it touched.</returns>
    public int Run()
    {
        Read();
        Reset();
        return raw.sqlite3_changes(database);
    }

    public int TypeOf(int column) => SqliteNative.ColumnType(statement, column);

    public long Number(int column) => SqliteNative.ColumnInt64(statement, column);

    public double Real(int column) => SqliteNative.ColumnDouble(statement, column);

    /// <summary>A text in UTF-8, or a BLOB, until the next row is read; empty for NULL.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => SqliteNative.ColumnBytes(statement, column);

    /// <inheritdoc />
    public void Dispose() => owner.Dispose();

    private SqliteException Problem(int result)
    {
        var problem = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
        _ = SqliteNative.Reset(statement);
        return problem;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
