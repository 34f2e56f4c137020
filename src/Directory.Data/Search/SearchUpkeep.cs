using CenterDirectory.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Search;

/// <summary>Makes the index anew where it is missing, or was made by the rules of another version of the program.</summary>
internal static class SearchUpkeep
{
    private const string IsCurrent = """SELECT 1 FROM "SearchStates" WHERE "Version" = @version""";

    /// <summary>Whether there is something to do.</summary>
    /// <param name="connection">Open, and of the schema of this version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<bool> IsDueAsync(BulkConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(IsCurrent, ("@version", (long)SearchIndexer.Version));
        return await command.ExecuteScalarAsync(cancellationToken) is null;
    }

    /// <summary>Does it, in one transaction.</summary>
    /// <param name="db">The directory; nobody else migrates it.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(DirectoryDb db, DateTime now, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = BulkConnection.Of(db.Database.GetDbConnection());
            if (!await IsDueAsync(connection, cancellationToken))
            {
                return;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await new SearchIndexer(connection, db.Model, now).RebuildAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
