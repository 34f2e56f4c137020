using CenterDirectory.Data.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Migrates a database on a server: makes it if it is not there, one process at a time; the server lets go of the lock when the process dies.
/// </summary>
internal static class PostgresMigration
{
    /// <summary>Comparing texts byte by byte is what SQLite does, and what ranges of slugs and pages by key rely on.</summary>
    private const string ComparesBytes = """SELECT 'Я' < 'а' AND 'a-' < 'a.' AND lower('ЁЖ') = 'ёж' AS "Value" """;

    /// <summary>Entries of one import refer to each other in any order: links are checked by the commit of whoever asks for that.</summary>
    private const string DeferLinks =
        """
        DO $$ DECLARE link record; BEGIN
            FOR link IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
                WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace LOOP
                EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', link.owner, link.conname);
            END LOOP;
        END $$;
        """;

    /// <summary>Brings the database up to date.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="apply">Applies what is pending and says what that was.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<string>> RunAsync(
        DirectoryDb db, Func<DirectoryDb, CancellationToken, Task<IReadOnlyList<string>>> apply, TimeProvider clock, CancellationToken cancellationToken)
    {
        await OpenAsync(db, cancellationToken);
        try
        {
            db.Database.SetCommandTimeout(0);
            await db.Database.ExecuteSqlRawAsync(PostgresLocks.Migration, cancellationToken);
            if (!await db.Database.SqlQueryRaw<bool>(ComparesBytes).SingleAsync(cancellationToken))
            {
                throw new InvalidOperationException(
                    "The database compares texts by the rules of a language, or cannot lower Cyrillic letters. Make it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'.");
            }

            var applied = await apply(db, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(DeferLinks, cancellationToken);
            await SearchUpkeep.RunAsync(db, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return applied;
        }
        finally
        {
            if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
            {
                await db.Database.ExecuteSqlRawAsync(PostgresLocks.EndMigration, CancellationToken.None);
            }

            db.Database.SetCommandTimeout(null);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Opens the connection; a database that is not there is made.</summary>
    private static async Task OpenAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(db.Database.GetConnectionString()!, cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
    }

    private static async Task CreateAsync(string connectionString, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database!.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'";
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException known) when (known.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was faster.
        }
    }
}
