using System.Data.Common;
using CenterDirectory.Data;
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
    private readonly List<DbCommand> prepared = [];
    private IDbContextTransaction? transaction;

    private ImportSession(DirectoryDb db) => Db = db;

    public DirectoryDb Db { get; }

    public DbConnection Connection => Db.Database.GetDbConnection();

    public DbTransaction Transaction => transaction?.GetDbTransaction() ?? throw new InvalidOperationException("No transaction is open.");

    public static async Task<ImportSession> OpenAsync(IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new ImportSession(db);
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

    /// <summary>Begins a transaction that touches temporary tables only and therefore takes no lock on the directory.</summary>
    public void BeginPrivate() =>
        transaction = Db.Database.UseTransaction(((SqliteConnection)Connection).BeginTransaction(deferred: true));

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await ReleaseCommandsAsync();
        await transaction!.CommitAsync(cancellationToken);
        await EndAsync();
    }

    public async Task RollbackAsync()
    {
        if (transaction is null)
        {
            return;
        }

        await ReleaseCommandsAsync();
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
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A command that is prepared once and runs for many rows; it ends with the transaction.</summary>
    public PreparedCommand Prepare(string sql, params string[] parameters)
    {
        var command = Command(sql, [.. parameters.Select(name => (name, (object?)null))]);
        command.Prepare();
        prepared.Add(command);
        return new PreparedCommand(command);
    }

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        // The connection goes back to its pool: what is temporary must not go with it.
        await ExecuteAsync(
            "DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.staged_references; DROP TABLE IF EXISTS temp.touched;",
            CancellationToken.None);
        await Db.DisposeAsync();
    }

    private async Task EndAsync()
    {
        await transaction!.DisposeAsync();
        transaction = null;
    }

    private async Task ReleaseCommandsAsync()
    {
        foreach (var command in prepared)
        {
            await command.DisposeAsync();
        }

        prepared.Clear();
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction?.GetDbTransaction();
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

/// <summary>
/// A statement with its parameters in order. Its methods are synchronous: SQLite works in process, and a task for each of
/// 250,000 rows would cost more than the row.
/// </summary>
internal sealed class PreparedCommand(DbCommand command)
{
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
