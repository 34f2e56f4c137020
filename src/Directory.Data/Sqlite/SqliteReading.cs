using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Sqlite;

/// <summary>Connections that only read, for callers who keep them open.</summary>
internal static class SqliteReading
{
    /// <summary>Pages that one of them keeps in memory, in KiB: there are about two for each core.</summary>
    private const int CacheKibibytes = 8 * 1024;

    /// <summary>Opens a connection outside of the pool; whoever opened it closes it.</summary>
    public static async ValueTask<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqliteSession.Instance.Prepare(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA query_only = ON; PRAGMA cache_size = -{CacheKibibytes};";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
