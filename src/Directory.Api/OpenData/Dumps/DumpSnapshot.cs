using System.Data;
using System.Data.Common;
using CenterDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>
/// The directory as it stands at one revision, however long it takes to read: a reading transaction, beside which imports go on
/// (SQLite: the state of the write-ahead log at its first statement; PostgreSQL: repeatable read).
/// </summary>
internal sealed class DumpSnapshot : IAsyncDisposable
{
    private readonly DbTransaction transaction;

    private DumpSnapshot(DirectoryDb db, DbTransaction transaction, int revision, DateTime committedAt) =>
        (Db, this.transaction, Revision, CommittedAt) = (db, transaction, revision, committedAt);

    public DirectoryDb Db { get; }

    /// <summary>The revision; 0 if there is none yet.</summary>
    public int Revision { get; }

    /// <summary>When it was committed.</summary>
    public DateTime CommittedAt { get; }

    public static async Task<DumpSnapshot> OpenAsync(IDbContextFactory<DirectoryDb> databases, CancellationToken cancellationToken)
    {
        var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            // A transaction of SQLite that is not deferred would take the lock of writers.
            var transaction = db.Database.GetDbConnection() is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await db.Database.UseTransactionAsync(transaction, cancellationToken);
            var newest = await db.Revisions.OrderByDescending(revision => revision.Number)
                .Select(revision => new { revision.Number, revision.CommittedAt }).FirstOrDefaultAsync(cancellationToken);
            return new DumpSnapshot(db, transaction, newest?.Number ?? 0, newest?.CommittedAt ?? default);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
