using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CenterDirectory.Importers.Running;

/// <summary>What PostgreSQL wants of a run: the lock of the one writer, and links that are checked by the commit.</summary>
internal sealed class PostgresSessionRules : SessionRules
{
    private PostgresSessionRules()
    {
    }

    public static PostgresSessionRules Instance { get; } = new();

    // A connection out of the pool may be dead: that is to turn out now.
    public override string Opened => "SELECT 1";

    public override string ManyWrites => "SET CONSTRAINTS ALL DEFERRED";

    public override string Cleanup => "DISCARD TEMP";

    public override async Task<IDbContextTransaction> BeginAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        // An import may wait long for another one, and a large statement may take long.
        db.Database.SetCommandTimeout(0);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlRawAsync(PostgresLocks.Writer, cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override DbTransaction BeginPrivate(DbConnection connection) => connection.BeginTransaction();
}
