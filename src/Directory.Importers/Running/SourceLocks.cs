using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using CenterDirectory.Data.Postgres;
using Npgsql;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// Lets one run of a source go on at a time, in this process and in others on the same database. Across processes it is a lock on a file beside a
/// database file, or one that the server keeps for the connection: either goes when the process dies, however it dies.
/// </summary>
internal sealed class SourceLocks
{
    private readonly ConcurrentDictionary<string, byte> held = new(StringComparer.Ordinal);

    /// <summary>Takes the lock of a source; null if another run holds it.</summary>
    public IDisposable? TryTake(DbConnection connection, string sourceKey)
    {
        var name = $"{connection.DataSource}\n{connection.Database}\n{sourceKey}";
        if (!held.TryAdd(name, 0))
        {
            return null;
        }

        var isTaken = false;
        try
        {
            isTaken = Elsewhere(connection, sourceKey, out var elsewhere);
            return isTaken ? new Held(this, name, elsewhere) : null;
        }
        finally
        {
            if (!isTaken)
            {
                held.TryRemove(name, out _);
            }
        }
    }

    /// <summary>Takes the lock that other processes see; false if one of them has it.</summary>
    private static bool Elsewhere(DbConnection connection, string sourceKey, out IDisposable? taken)
    {
        taken = null;
        if (connection is NpgsqlConnection)
        {
            taken = new ServerLock(connection, sourceKey);
            return PostgresLocks.TryTakeSource(connection, sourceKey);
        }

        try
        {
            taken = LockFile(connection.DataSource, sourceKey);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Null for a database in memory, which no other process can open.</summary>
    private static FileStream? LockFile(string database, string sourceKey)
    {
        if (!File.Exists(database))
        {
            return null;
        }

        var folder = System.IO.Directory.CreateDirectory(database + ".locks");
        // The file stays when the lock goes: deleting it would let two processes lock two files of one name.
        return new FileStream(Path.Combine(folder.FullName, sourceKey + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>A lock of the server; with a connection that is lost it is gone.</summary>
    private sealed class ServerLock(DbConnection connection, string sourceKey) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                if (connection.State == ConnectionState.Open)
                {
                    PostgresLocks.ReleaseSource(connection, sourceKey);
                }
            }
            catch (NpgsqlException)
            {
                // Lost with its connection, or in a transaction that failed: then it goes when the connection is used again.
            }
        }
    }

    private sealed class Held(SourceLocks owner, string name, IDisposable? elsewhere) : IDisposable
    {
        public void Dispose()
        {
            elsewhere?.Dispose();
            owner.held.TryRemove(name, out _);
        }
    }
}
