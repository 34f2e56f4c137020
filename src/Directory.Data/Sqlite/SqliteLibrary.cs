using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>The SQLite library of this process.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> WithoutMutexes = new(Configure);

    /// <summary>
    /// Takes the mutex out of each connection: it is locked for every column that is read, and a connection of ADO.NET belongs to one
    /// thread at a time anyway. Only possible before the first connection; whoever was earlier keeps the mutexes, which are safe too.
    /// </summary>
    /// <returns>Whether connections have none.</returns>
    public static bool DropMutexes() => WithoutMutexes.Value;

    private static bool Configure()
    {
        Batteries_V2.Init();
        // Counting what is allocated takes a lock that all connections share; nobody asks for the count.
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK && raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    }
}
