using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CenterDirectory.Data.Tests.Migrations;

/// <summary>Another process that migrates a database, and, if asked, stops for ever before a certain statement.</summary>
internal static class MigratingProcess
{
    public const string Stopped = "stopped";

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string connectionString, string? stopAt)
    {
        var migrator = new DirectoryMigrator(new Databases(connectionString, stopAt), TimeProvider.System);
        await Console.Out.WriteLineAsync(string.Join(',', await migrator.MigrateAsync(CancellationToken.None)));
        return 0;
    }

    /// <summary>Starts it.</summary>
    public static Process Start(params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [typeof(MigratingProcess).Assembly.Location, "migrate", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private sealed class Databases(string connectionString, string? stopAt) : IDbContextFactory<DirectoryDb>
    {
        public DirectoryDb CreateDbContext() =>
            stopAt is null ? TemporaryDatabase.Open(connectionString) : TemporaryDatabase.Open(connectionString, new StopBefore(stopAt));
    }

    private sealed class StopBefore(string sql) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains(sql, StringComparison.Ordinal))
            {
                await Console.Out.WriteLineAsync(Stopped);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return result;
        }
    }
}
