using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CenterDirectory.Importers.Running;

/// <summary>What a database wants of a run: how it begins to write, what is said before many writes, what is cleaned up. Texts are statements, empty if there is nothing to say.</summary>
internal abstract class SessionRules
{
    /// <summary>When a session begins.</summary>
    public virtual string Opened => "";

    /// <summary>Before many writes, inside their transaction.</summary>
    public abstract string ManyWrites { get; }

    /// <summary>Before what sorts much.</summary>
    public virtual string Sorting => "";

    /// <summary>Behind what sorts much.</summary>
    public virtual string Sorted => "";

    /// <summary>When records are written: what was staged is hardly read any more.</summary>
    public virtual string Recorded => "";

    /// <summary>When a session ends.</summary>
    public abstract string Cleanup { get; }

    /// <summary>Has the coming and going of mentions noted in the temporary table <c>mention_moves</c>.</summary>
    public virtual string WatchMentions => "";

    public static SessionRules Of(BulkConnection connection) => connection is PostgresBulkConnection ? PostgresSessionRules.Instance : SqliteSessionRules.Instance;

    /// <summary>Throws away the connections that wait in the pool of one that failed: they died with it, or are soon made anew.</summary>
    public static void EmptyPool(DbConnection connection)
    {
        if (connection is NpgsqlConnection server)
        {
            NpgsqlConnection.ClearPool(server);
        }
    }

    /// <summary>Has what the open transaction has written so far brought to the disk; called by a thread that has time.</summary>
    public virtual void BringToDisk(DbConnection connection)
    {
    }

    /// <summary>Has the next transaction write into the database itself instead of a log beside it, if nobody has it open: nothing is written twice, and nobody can read meanwhile.</summary>
    /// <returns>Whether <see cref="Share"/> is to be called behind the transaction.</returns>
    public virtual bool TryHaveAlone(DbConnection connection) => false;

    /// <summary>Lets others have the database open again.</summary>
    public virtual void Share(DbConnection connection)
    {
    }

    /// <summary>Begins the transaction that may write; waits for the one before it, in whatever process.</summary>
    public abstract Task<IDbContextTransaction> BeginAsync(DirectoryDb db, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that touches temporary tables alone.</summary>
    public abstract DbTransaction BeginPrivate(DbConnection connection);
}
