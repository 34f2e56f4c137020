using CenterDirectory.Data.Migrations;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CenterDirectory.Data;

/// <summary>Brings the database up to this version of the program, one process at a time.</summary>
public sealed partial class DirectoryMigrator(IDbContextFactory<DirectoryDb> databases, TimeProvider clock, ILogger<DirectoryMigrator>? log = null)
{
    /// <summary>Migrations that the database still lacks.</summary>
    public async Task<IReadOnlyList<string>> GetPendingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    /// <summary>Whether a SQLite database is there and needs nothing of the kind; of a server that is not known before it is migrated.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return db.Database.IsSqlite() && File.Exists(SqliteFile.Find(db.Database.GetConnectionString()!)) && await IsCurrentAsync(db, cancellationToken);
    }

    /// <summary>Applies what is pending and says what that was; waits while another process does the same.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            return await PostgresMigration.RunAsync(db, ApplyAsync, clock, cancellationToken);
        }

        if (await IsCurrentAsync(db, cancellationToken))
        {
            return [];
        }

        using var held = SqliteFile.Find(db.Database.GetConnectionString()!) is { } file
            ? await MigrationLock.AcquireAsync(file, clock, cancellationToken)
            : null;
        await RemoveStaleLockAsync(db, cancellationToken);
        var applied = await ApplyAsync(db, cancellationToken);
        await SearchUpkeep.RunAsync(db, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return applied;
    }

    /// <summary>This is how every process begins, and where it waits for one that has the database to itself.</summary>
    private async Task<bool> IsCurrentAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var usual = connection.DefaultTimeout;
        while (true)
        {
            try
            {
                // SQLite waits by itself for some seconds; trying as long again would only say later what is going on.
                connection.DefaultTimeout = 1;
                return await SchemaState.IsCurrentAsync(db, cancellationToken);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
            {
                LogWaiting(log ?? NullLogger<DirectoryMigrator>.Instance);
                cancellationToken.ThrowIfCancellationRequested();
            }
            finally
            {
                connection.DefaultTimeout = usual;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Length > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        return pending;
    }

    /// <summary>
    /// EF's lock on SQLite is a row that a killed process leaves behind, and EF waits for it to go, for ever.
    /// Whoever holds our lock knows that nobody is migrating: such a row is a dead process's.
    /// </summary>
    private static async Task RemoveStaleLockAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        const string table = "__EFMigrationsLock";
        var tables = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {table}")
            .SingleAsync(cancellationToken);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Another process has the database to itself, as the first large import of a command does: waiting until it ends.")]
    private static partial void LogWaiting(ILogger log);
}
