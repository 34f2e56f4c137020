using System.Data.Common;
using CenterDirectory.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CenterDirectory.Importers.Running;

/// <summary>What SQLite wants of a run: caches of the right size, and patience with another process that writes.</summary>
internal sealed class SqliteSessionRules : SessionRules
{
    private SqliteSessionRules()
    {
    }

    public static SqliteSessionRules Instance { get; } = new();

    // A look through all known records would fill a larger cache for nothing.
    public override string Opened => "PRAGMA main.cache_size = -4096; PRAGMA temp.cache_size = -8192;";

    public override string ManyWrites => Sorted + "PRAGMA defer_foreign_keys = ON";

    // An index is sorted in memory as large as the cache; more of it would hardly be faster. One thread sorts what another one reads.
    public override string Sorting => "PRAGMA main.cache_size = -8192; PRAGMA threads = 1;";

    // 24 MiB: with the 2 MiB that suit readers, a large transaction writes its pages out and reads them back all the time.
    public override string Sorted => "PRAGMA main.cache_size = -24576; PRAGMA threads = 0;";

    // Six megabytes less while entities are merged, which is when a large load needs most.
    public override string Recorded => "PRAGMA temp.cache_size = -2048;";

    public override string Cleanup =>
        """
        DROP TRIGGER IF EXISTS temp.mentions_come; DROP TRIGGER IF EXISTS temp.mentions_go; DROP TRIGGER IF EXISTS temp.centers_come;
        DROP TRIGGER IF EXISTS temp.centers_go; DROP TRIGGER IF EXISTS temp.organizations_come; DROP TRIGGER IF EXISTS temp.organizations_go;
        DROP TABLE IF EXISTS temp.mention_moves; DROP TABLE IF EXISTS temp.mention_news;
        DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.staged_payloads; DROP TABLE IF EXISTS temp.staged_references;
        DROP TABLE IF EXISTS temp.absences; DROP TABLE IF EXISTS temp.touched; DROP TABLE IF EXISTS temp.moved;
        PRAGMA main.cache_size = -2000; PRAGMA temp.cache_size = -2000; PRAGMA threads = 0; PRAGMA shrink_memory;
        """;

    public override string WatchMentions =>
        """
        CREATE TEMP TRIGGER mentions_come AFTER INSERT ON main."Mentions" BEGIN INSERT INTO mention_moves VALUES ('Mention', 0, NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER mentions_go AFTER DELETE ON main."Mentions" BEGIN INSERT INTO mention_moves VALUES ('Mention', 0, OLD."NewsId", 1); END;
        CREATE TEMP TRIGGER centers_come AFTER INSERT ON main."CenterNews" BEGIN INSERT INTO mention_moves VALUES ('Center', NEW."CenterId", NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER centers_go AFTER DELETE ON main."CenterNews" BEGIN INSERT INTO mention_moves VALUES ('Center', OLD."CenterId", OLD."NewsId", -1); END;
        CREATE TEMP TRIGGER organizations_come AFTER INSERT ON main."OrganizationNews" BEGIN
            INSERT INTO mention_moves VALUES ('Organization', NEW."OrganizationId", NEW."NewsId", 1); END;
        CREATE TEMP TRIGGER organizations_go AFTER DELETE ON main."OrganizationNews" BEGIN
            INSERT INTO mention_moves VALUES ('Organization', OLD."OrganizationId", OLD."NewsId", -1); END;
        """;

    /// <summary>
    /// A rollback journal: pages that are new need not be kept in it, and of a database that is filled nearly all are. A process that dies leaves a
    /// journal out of which the next one restores what was; each puts the log back in its place when it opens the database.
    /// </summary>
    public override bool TryHaveAlone(DbConnection connection)
    {
        // Connections that wait in the pool have the database open.
        SqliteConnection.ClearPool((SqliteConnection)connection);
        // In this mode NORMAL would leave a power cut a moment in which the journal is not on the disk yet.
        return Execute(connection, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    }

    // If somebody has opened it since, he has done the same.
    public override void Share(DbConnection connection) => Execute(connection, "PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL");

    /// <summary>Takes the write lock at once (BEGIN IMMEDIATE).</summary>
    public override async Task<IDbContextTransaction> BeginAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await db.Database.BeginTransactionAsync(cancellationToken);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY)
            {
                // Another process is writing, perhaps a large import for minutes: it is our turn after it, not never.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>It lies in the log, all of which must be on the disk before it becomes the directory: whoever waits for that then waits for the rest alone.</summary>
    public override void BringToDisk(DbConnection connection)
    {
        try
        {
            // No process has a lock on it, so none is lost with what is opened and closed here.
            using var log = File.OpenHandle(connection.DataSource + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // SQLite does it again, and says what is wrong.
        }
    }

    public override DbTransaction BeginPrivate(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    // Past ADO.NET, which would try for half a minute.
    private static bool Execute(DbConnection connection, string sql) => raw.sqlite3_exec(((SqliteConnection)connection).Handle, sql) == raw.SQLITE_OK;
}
