using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>
/// Makes every SQLite connection that EF opens ours: readers beside a writer (WAL), patience with a busy database,
/// foreign keys, and the function that folds texts.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    /// <summary>How long a statement waits for another writer before SQLite gives up.</summary>
    public const int BusyTimeoutMilliseconds = 5_000;

    /// <summary>Bytes of a page: twice what SQLite takes by itself, since large loads write and read half as many then.</summary>
    public const int PageBytes = 8_192;

    /// <summary>Native handles live in a pool and keep their pragmas, which are therefore set once each.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    private SqliteSession()
    {
    }

    public static SqliteSession Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Prepare(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string?>(SearchText.FunctionName, SearchText.Fold, isDeterministic: true);
        if (prepared.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        Execute(connection, $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly)
        {
            // The size of pages is that with which a database was made, unless it is made just now.
            Execute(connection, $"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL;");
        }

        prepared.AddOrUpdate(connection.Handle!, this);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
