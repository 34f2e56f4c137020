using System.Globalization;
using CenterDirectory.Data.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// Whether a SQLite database is as this version of the program wants it, asked of the database itself: EF makes a model of its own to find out, and
/// each process asks.
/// </summary>
internal static class SchemaState
{
    private const string HasHistory = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
    private const string Applied = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
    private const string SearchVersion = """SELECT MAX("Version") FROM "SearchStates" """;

    /// <summary>Whether no migration is pending and the index of search is of this version.</summary>
    public static async Task<bool> IsCurrentAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            return (await ReadAsync(connection, HasHistory, cancellationToken)).Count > 0
                && db.Database.GetMigrations().Except(await ReadAsync(connection, Applied, cancellationToken), StringComparer.Ordinal).FirstOrDefault() is null
                && await ReadAsync(connection, SearchVersion, cancellationToken) is [{ } version] && version == SearchIndexer.Version.ToString(CultureInfo.InvariantCulture);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<string?>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string?>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        }

        return values;
    }
}
