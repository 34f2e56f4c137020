using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// When a connection turns out to be dead, those that wait in its pool are dead too, for the server was started anew: they are thrown away, so that
/// one request fails and not one for each of them.
/// </summary>
internal sealed class PostgresRecovery : DbCommandInterceptor
{
    private PostgresRecovery()
    {
    }

    public static PostgresRecovery Instance { get; } = new();

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Clear(command, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Clear(command, eventData.Exception);
        return Task.CompletedTask;
    }

    private static void Clear(DbCommand command, Exception problem)
    {
        if (problem is NpgsqlException { IsTransient: true } && command.Connection is NpgsqlConnection { FullState: System.Data.ConnectionState.Broken or System.Data.ConnectionState.Closed } connection)
        {
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
