using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>
/// Tells whether anybody, in this process or another, has committed anything since the last question (<c>PRAGMA data_version</c>). It takes a
/// microsecond and no memory, so it can be asked with every request.
/// </summary>
internal sealed class SqliteDataVersion : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">An open connection that never writes; it is closed by who opened it, after this.</param>
    public SqliteDataVersion(SqliteConnection connection)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle!, "PRAGMA data_version", out statement), raw.SQLITE_OK);
    }

    /// <summary>A number that changes with every commit of another connection. One caller at a time.</summary>
    public long Read()
    {
        Check(raw.sqlite3_step(statement), raw.SQLITE_ROW);
        var version = raw.sqlite3_column_int64(statement, 0);
        Check(raw.sqlite3_reset(statement), raw.SQLITE_OK);
        return version;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code, int expected)
    {
        if (code != expected)
        {
            throw new SqliteException(raw.sqlite3_errmsg(connection.Handle!).utf8_to_string(), code);
        }
    }
}
