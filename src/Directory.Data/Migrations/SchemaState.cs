using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Search;
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

    /// <summary>Whether no migration is pending and the index of search is of this version.</summary>
    public static async Task<bool> IsCurrentAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = BulkConnection.Of(db.Database.GetDbConnection());
            return await HasHistoryAsync(connection, cancellationToken)
                && !db.Database.GetMigrations().Except(ReadApplied(connection), StringComparer.Ordinal).Any()
                && !await SearchUpkeep.IsDueAsync(connection, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<bool> HasHistoryAsync(BulkConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(HasHistory);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static HashSet<string> ReadApplied(BulkConnection connection)
    {
        using var rows = connection.Rows(Applied);
        rows.Start();
        var applied = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            applied.Add(rows.Text(0));
        }

        return applied;
    }
}
