using CenterDirectory.Data.Migrations;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data;

/// <summary>Brings the database up to this version of the program, one process at a time.</summary>
public sealed class DirectoryMigrator(IDbContextFactory<DirectoryDb> databases, TimeProvider clock)
{
    /// <summary>Migrations that the database still lacks.</summary>
    public async Task<IReadOnlyList<string>> GetPendingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await FindPendingAsync(db, cancellationToken);
    }

    /// <summary>Applies what is pending and says what that was; waits while another process does the same.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsSqlite())
        {
            return await PostgresMigration.RunAsync(db, ApplyAsync, clock, cancellationToken);
        }

        if ((await FindPendingAsync(db, cancellationToken)).Count == 0 && !await SearchUpkeep.IsDueAsync(db, cancellationToken))
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

    /// <summary>EF would read the same, but makes a model of the table of its history first: each start and each command waited for that.</summary>
    private static async Task<IReadOnlyList<string>> FindPendingAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite() || !File.Exists(SqliteFile.Find(db.Database.GetConnectionString()!)))
        {
            return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        }

        var pending = db.Database.GetMigrations().ToList();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
            if (await command.ExecuteScalarAsync(cancellationToken) is null)
            {
                return pending;
            }

            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            await using var applied = await command.ExecuteReaderAsync(cancellationToken);
            while (await applied.ReadAsync(cancellationToken))
            {
                pending.Remove(applied.GetString(0));
            }

            return pending;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
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
}
