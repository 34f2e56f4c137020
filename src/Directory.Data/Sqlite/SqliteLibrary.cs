using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>The SQLite library of this process.</summary>
internal static class SqliteLibrary
{
    /// <summary>SQLITE_CONFIG_STMTJRNL_SPILL.</summary>
    private const int StatementJournalSpill = 26;

    /// <summary>
    /// What a statement would have to take back if it failed is kept in memory. A single large statement moves it into a file, where it stays
    /// for all that follow in the transaction: each row of the index of search then wrote a page that nobody ever read.
    /// </summary>
    private const int InMemory = -1;

    private static readonly Lazy<bool> WithoutMutexes = new(Configure);

    /// <summary>
    /// Takes the mutex out of each connection: it is locked for every column that is read, and a connection of ADO.NET belongs to one
    /// thread at a time anyway. Only possible before the first connection; whoever was earlier keeps the mutexes, which are safe too.
    /// </summary>
    /// <returns>Whether connections have none.</returns>
    public static bool DropMutexes() => WithoutMutexes.Value;

    private static bool Configure()
    {
        ProcessMemory.Configure();
        Batteries_V2.Init();
        // Counting what is allocated takes a lock that all connections share; nobody asks for the count.
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK && raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK
            && raw.sqlite3_config(StatementJournalSpill, InMemory) == raw.SQLITE_OK;
    }
}
