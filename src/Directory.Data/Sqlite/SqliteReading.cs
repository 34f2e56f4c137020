using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Sqlite;

/// <summary>Connections that only read, for callers who keep them open.</summary>
internal static class SqliteReading
{
    /// <summary>Pages that one of them keeps in memory, in KiB: there are about two for each core.</summary>
    private const int CacheKibibytes = 8 * 1024;

    /// <summary>A context with an open connection outside of the pool; whoever opened it closes it.</summary>
    public static async ValueTask<DirectoryDb> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var unpooled = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        var db = new DirectoryDb(((DbContextOptionsBuilder<DirectoryDb>)new DbContextOptionsBuilder<DirectoryDb>().UseDirectory(unpooled)).Options);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA query_only = ON; PRAGMA cache_size = -{CacheKibibytes};";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
