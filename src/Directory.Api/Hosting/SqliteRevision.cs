using CenterDirectory.Data;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>The newest revision of a SQLite file, read anew only when something was committed to it.</summary>
internal sealed class SqliteRevision(string connectionString) : NewestRevision, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private DirectoryDb? db;
    private SqliteDataVersion? versions;
    private long version = -1;
    private int? number;

    public override async ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (versions is null)
            {
                db = await SqliteReading.OpenAsync(connectionString, cancellationToken);
                versions = new SqliteDataVersion((SqliteConnection)db.Database.GetDbConnection());
            }

            var now = versions.Read();
            if (now != version)
            {
                number = await ReadAsync(cancellationToken);
                version = now;
            }

            return number;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        versions?.Dispose();
        db?.Dispose();
        gate.Dispose();
    }

    private async Task<int?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = db!.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT MAX("Number") FROM "Revisions" """;
        return await command.ExecuteScalarAsync(cancellationToken) is long newest ? checked((int)newest) : null;
    }
}
