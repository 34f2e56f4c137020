using System.Collections.Concurrent;
using System.Data.Common;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// Lets one run of a source go on at a time, in this process and in others on the same database file. Across processes it is a
/// lock on a file beside the database, which the operating system releases when the process dies, however it dies.
/// </summary>
internal sealed class SourceLocks
{
    private readonly ConcurrentDictionary<string, byte> held = new(StringComparer.Ordinal);

    /// <summary>Takes the lock of a source; null if another run holds it.</summary>
    public IDisposable? TryTake(DbConnection connection, string sourceKey)
    {
        var database = connection.DataSource;
        var name = $"{database}\n{sourceKey}";
        if (!held.TryAdd(name, 0))
        {
            return null;
        }

        try
        {
            return new Held(this, name, LockFile(database, sourceKey));
        }
        catch (IOException)
        {
            held.TryRemove(name, out _);
            return null;
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

    private sealed class Held(SourceLocks owner, string name, FileStream? file) : IDisposable
    {
        public void Dispose()
        {
            file?.Dispose();
            owner.held.TryRemove(name, out _);
        }
    }
}
