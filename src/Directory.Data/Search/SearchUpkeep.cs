using CenterDirectory.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Search;

/// <summary>Makes the index anew where it is missing, or was made by the rules of another version of the program.</summary>
internal static class SearchUpkeep
{
    /// <summary>Whether there is something to do.</summary>
    private static async Task<bool> IsDueAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        !await db.SearchStates.AnyAsync(state => state.Version == SearchIndexer.Version, cancellationToken);

    /// <summary>Does it, in one transaction.</summary>
    /// <param name="db">The directory; nobody else migrates it.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(DirectoryDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(db, cancellationToken))
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await new SearchIndexer(BulkConnection.Of(db.Database.GetDbConnection()), db.Model, now).RebuildAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
