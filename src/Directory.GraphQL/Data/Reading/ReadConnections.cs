using System.Collections.Concurrent;
using System.Data.Common;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>
/// Connections that stay open between requests, each with the statements it has prepared: to parse a statement again takes a database in
/// the process longer than to run it. Where none are registered, statements run on the connection of the context.
/// </summary>
/// <param name="open">
/// Makes a context and opens its connection, which is only read from. A context, because it gives the connection the functions that its SQL calls.
/// </param>
/// <param name="serve">
/// Called with the token of a request before its statements run, and with none after them: for databases whose client does not stop a running
/// statement by itself. Null if there is nothing to do.
/// </param>
/// <param name="readBy">Puts another reader in place of that of the client, for databases whose client is slow to read; null to leave it.</param>
public sealed class ReadConnections(
    Func<CancellationToken, ValueTask<DbContext>> open, Action<DbConnection, CancellationToken>? serve = null, Func<DbDataReader, DbDataReader>? readBy = null)
    : IDisposable
{
    private readonly ConcurrentStack<PreparedConnection> idle = [];
    private volatile bool isDisposed;

    /// <summary>Closes those that nobody uses; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        isDisposed = true;
        CloseIdle();
    }

    /// <summary>Runs a statement that the application has written, prepared once on each connection.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters by name, always the same for one statement.</param>
    /// <param name="read">Reads the row that the reader is on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<TRow>> ReadAsync<TRow>(
        string sql, IReadOnlyList<KeyValuePair<string, object?>> parameters, Func<DbDataReader, TRow> read, CancellationToken cancellationToken)
    {
        using var trace = GraphQLTraces.Statement(sql);
        return await UseAsync(
            async connection =>
            {
                var rows = new List<TRow>();
                await using var reader = await connection.ReadAsync(connection.CommandOf(sql, parameters), cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(read(reader));
                }

                RequestTally.Add(rows.Count);
                return rows;
            },
            cancellationToken);
    }

    /// <summary>
    /// Reads over a connection. Where the database says that trying again may help, such as a server that was started anew, it is tried once more:
    /// reading twice does no harm.
    /// </summary>
    internal async Task<T> UseAsync<T>(Func<PreparedConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await UseOnceAsync(read, cancellationToken);
        }
        catch (DbException problem) when (problem.IsTransient && !cancellationToken.IsCancellationRequested)
        {
            // Those that wait here are as old as the one that has just failed.
            CloseIdle();
            return await UseOnceAsync(read, cancellationToken);
        }
    }

    private async Task<T> UseOnceAsync<T>(Func<PreparedConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        var connection = await RentAsync(cancellationToken);
        var isBroken = true;
        try
        {
            var result = await read(connection);
            isBroken = false;
            return result;
        }
        finally
        {
            Return(connection, isBroken);
        }
    }

    private void CloseIdle()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>A connection for one statement; give it back.</summary>
    private async ValueTask<PreparedConnection> RentAsync(CancellationToken cancellationToken)
    {
        if (!idle.TryPop(out var connection))
        {
            connection = new PreparedConnection(await open(cancellationToken), readBy);
        }

        serve?.Invoke(connection.Connection, cancellationToken);
        return connection;
    }

    /// <summary>Takes a connection back; one that failed is not used again.</summary>
    private void Return(PreparedConnection connection, bool isBroken)
    {
        if (isBroken || isDisposed)
        {
            connection.Dispose();
            return;
        }

        serve?.Invoke(connection.Connection, CancellationToken.None);
        idle.Push(connection);
        if (isDisposed)
        {
            Dispose();
        }
    }
}

/// <summary>The open connection of a context and the commands it has prepared.</summary>
internal sealed class PreparedConnection(DbContext db, Func<DbDataReader, DbDataReader>? readBy) : IDisposable
{
    /// <summary>A prepared statement takes some kilobytes; whoever varies filters must not fill the memory with them.</summary>
    private const int MaximumCommands = 100;

    private readonly Dictionary<object, DbCommand> commands = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, DbCommand> commandsBySql = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = db.Database.GetDbConnection();

    /// <summary>Runs one of the commands.</summary>
    public async Task<DbDataReader> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken);
        return readBy is null ? reader : readBy(reader);
    }

    /// <summary>The command of a statement, made and prepared if it is new.</summary>
    public DbCommand CommandOf<TRow>(ReadStatement<TRow> statement)
    {
        if (!commands.TryGetValue(statement, out var command))
        {
            if (commands.Count == MaximumCommands)
            {
                Clear();
            }

            command = Connection.CreateCommand();
            statement.Prepare(command);
            commands.Add(statement, command);
        }

        return command;
    }

    /// <summary>The command of a statement of the application, with new values.</summary>
    public DbCommand CommandOf(string sql, IReadOnlyList<KeyValuePair<string, object?>> parameters)
    {
        if (!commandsBySql.TryGetValue(sql, out var command))
        {
            if (commandsBySql.Count == MaximumCommands)
            {
                Clear();
            }

            command = Connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            commandsBySql.Add(sql, command);
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }

    public void Dispose()
    {
        Clear();
        db.Dispose();
    }

    private void Clear()
    {
        foreach (var command in commands.Values.Concat(commandsBySql.Values))
        {
            command.Dispose();
        }

        commands.Clear();
        commandsBySql.Clear();
    }
}
