using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.Importers.Mentions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// The one connection of a run: temporary tables live on it, set-based statements and prepared commands go through it,
/// EF serves the few book-keeping rows beside them.
/// </summary>
internal sealed class ImportSession : IAsyncDisposable
{
    /// <summary>A look through all known records would fill a larger cache for nothing.</summary>
    private const string ReadingCache = "PRAGMA main.cache_size = -4096; PRAGMA temp.cache_size = -12288;";

    /// <summary>32 MiB: with the 2 MiB that suit readers, a large transaction writes its pages out and reads them back all the time.</summary>
    private const string WritingCache = "PRAGMA main.cache_size = -32768;";

    /// <summary>An index is sorted in memory as large as the cache; more of it would hardly be faster.</summary>
    private const string SortingCache = "PRAGMA main.cache_size = -8192;";

    private const string Cleanup =
        """
        DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.staged_payloads; DROP TABLE IF EXISTS temp.staged_references;
        DROP TABLE IF EXISTS temp.absences; DROP TABLE IF EXISTS temp.touched; DROP TABLE IF EXISTS temp.moved;
        PRAGMA main.cache_size = -2000; PRAGMA temp.cache_size = -2000; PRAGMA shrink_memory;
        """;

    private readonly List<IDisposable> prepared = [];
    private IDbContextTransaction? transaction;

    private ImportSession(DirectoryDb db) => Db = db;

    public DirectoryDb Db { get; }

    public SqliteConnection Connection => (SqliteConnection)Db.Database.GetDbConnection();

    public DbTransaction Transaction => transaction?.GetDbTransaction() ?? throw new InvalidOperationException("No transaction is open.");

    public static async Task<ImportSession> OpenAsync(IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            await db.DisposeAsync();
            throw new NotSupportedException("Imports write to SQLite only; there is no bulk writer for this database yet.");
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var session = new ImportSession(db);
        await session.ExecuteAsync(ReadingCache, cancellationToken);
        return session;
    }

    /// <summary>Begins the transaction that may write: on SQLite it takes the write lock at once (BEGIN IMMEDIATE).</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        while (transaction is null)
        {
            try
            {
                transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
            {
                // Another process is writing, perhaps a large import for minutes: it is our turn after it, not never.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Prepares for many writes in the open transaction.</summary>
    public async Task ExpectManyWritesAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(WritingCache, cancellationToken);
        // Entities may point at others that are written after them; the commit checks that all are there.
        await ExecuteAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
    }

    /// <summary>Runs statements that sort much, such as the building of indexes.</summary>
    public async Task SortAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
        {
            return;
        }

        await ExecuteAsync(SortingCache, cancellationToken);
        foreach (var sql in statements)
        {
            await ExecuteAsync(sql, cancellationToken);
        }

        await ExecuteAsync(WritingCache, cancellationToken);
    }

    /// <summary>Begins a transaction that touches temporary tables only and therefore takes no lock on the directory.</summary>
    public void BeginPrivate() =>
        transaction = Db.Database.UseTransaction(Connection.BeginTransaction(deferred: true));

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        ReleaseStatements();
        await transaction!.CommitAsync(cancellationToken);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        if (transaction is null)
        {
            return;
        }

        ReleaseStatements();
        await transaction.RollbackAsync(CancellationToken.None);
        await EndAsync();
    }

    /// <summary>Runs one statement and returns the number of rows it touched.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a query of one value; NULL is 0.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        var value = await command.ExecuteScalarAsync(cancellationToken);
        return value is null or DBNull ? 0 : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a query and reads each row of it.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        await ReadAsync(sql, reader => rows.Add(read(reader)), cancellationToken, parameters);
        return rows;
    }

    /// <summary>Runs a query and hands over each row of it.</summary>
    public async Task ReadAsync(
        string sql, Action<DbDataReader> take, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(reader);
        }
    }

    /// <summary>A statement that is prepared once and runs for many rows; it ends with the transaction.</summary>
    public SqliteStatement Prepare(string sql, params IReadOnlyList<string> parameters)
    {
        var statement = new SqliteStatement(Connection, sql, parameters);
        prepared.Add(statement);
        return statement;
    }

    /// <summary>A query whose rows are read as they stand in SQLite's memory; it ends with the transaction.</summary>
    public SqliteRows Rows(string sql)
    {
        var rows = new SqliteRows(Connection, sql);
        prepared.Add(rows);
        return rows;
    }

    /// <summary>Lets go of all rows that were read: indexes of their tables can be dropped then.</summary>
    public void EndReads()
    {
        foreach (var rows in prepared.OfType<SqliteRows>())
        {
            rows.End();
        }
    }

    /// <summary>A query that is prepared once; it ends with the transaction.</summary>
    public PreparedQuery PrepareQuery(string sql, params IReadOnlyList<string> parameters)
    {
        var command = Command(sql, [.. parameters.Select(name => (name, (object?)null))]);
        command.Prepare();
        prepared.Add(command);
        return new PreparedQuery(command);
    }

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        // The connection goes back to its pool: what is temporary must not go with it.
        await ExecuteAsync(MentionMoves.Cleanup + Cleanup, CancellationToken.None);
        await Db.DisposeAsync();
    }

    private async Task EndAsync()
    {
        await transaction!.DisposeAsync();
        transaction = null;
    }

    private void ReleaseStatements()
    {
        prepared.ForEach(statement => statement.Dispose());
        prepared.Clear();
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)transaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
