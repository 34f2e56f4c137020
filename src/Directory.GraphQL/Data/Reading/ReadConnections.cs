using System.Collections.Concurrent;
using System.Data.Common;
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
public sealed class ReadConnections(Func<CancellationToken, ValueTask<DbContext>> open, Action<DbConnection, CancellationToken>? serve = null) : IDisposable
{
    private readonly ConcurrentStack<PreparedConnection> idle = [];
    private volatile bool isDisposed;

    /// <summary>Closes those that nobody uses; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>A connection for one statement; give it back.</summary>
    internal async ValueTask<PreparedConnection> RentAsync(CancellationToken cancellationToken)
    {
        if (!idle.TryPop(out var connection))
        {
            connection = new PreparedConnection(await open(cancellationToken));
        }

        serve?.Invoke(connection.Connection, cancellationToken);
        return connection;
    }

    /// <summary>Takes a connection back; one that failed is not used again.</summary>
    internal void Return(PreparedConnection connection, bool isBroken)
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
internal sealed class PreparedConnection(DbContext db) : IDisposable
{
    /// <summary>A prepared statement takes some kilobytes; whoever varies filters must not fill the memory with them.</summary>
    private const int MaximumCommands = 100;

    private readonly Dictionary<object, DbCommand> commands = new(ReferenceEqualityComparer.Instance);

    public DbConnection Connection { get; } = db.Database.GetDbConnection();

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

    public void Dispose()
    {
        Clear();
        db.Dispose();
    }

    private void Clear()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        commands.Clear();
    }
}
