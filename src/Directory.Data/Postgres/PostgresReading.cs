using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>Connections that only read, for callers who keep them open.</summary>
internal static class PostgresReading
{
    /// <summary>A context with an open connection outside of the pool, which refuses to write; whoever opened it closes it.</summary>
    public static async ValueTask<DirectoryDb> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        own.Options = $"{own.Options} -c default_transaction_read_only=on".Trim();
        var db = new DirectoryDb(((DbContextOptionsBuilder<DirectoryDb>)new DbContextOptionsBuilder<DirectoryDb>().UseDirectory(own.ConnectionString)).Options);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
