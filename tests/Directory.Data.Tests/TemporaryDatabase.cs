using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CenterDirectory.Data.Tests;

/// <summary>A SQLite file in a folder of its own, or a database of a server, gone after the test.</summary>
internal sealed class TemporaryDatabase : IDbContextFactory<DirectoryDb>, IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("center-directory-").FullName;

    public string File => Path.Combine(folder, "data", "directory.db");

    public string ConnectionString => server?.ConnectionString ?? $"Data Source={File}";

    public List<IInterceptor> Interceptors { get; } = [];

    private PostgresDatabase? server;

    public static async Task<TemporaryDatabase> CreateMigratedAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var database = new TemporaryDatabase { server = kind == DatabaseKind.Postgres ? await PostgresDatabase.CreateMigratedAsync() : null };
        await database.MigrateAsync();
        return database;
    }

    public Task<IReadOnlyList<string>> MigrateAsync() =>
        new DirectoryMigrator(this, TimeProvider.System).MigrateAsync(TestContext.Current.CancellationToken);

    public DirectoryDb CreateDbContext() => Open(ConnectionString, [.. Interceptors]);

    public static DirectoryDb Open(string connectionString, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<DirectoryDb>();
        options.UseDirectory(connectionString).AddInterceptors(interceptors);
        return new DirectoryDb(options.Options);
    }

    public async Task<T> ScalarAsync<T>(FormattableString sql)
    {
        await using var db = CreateDbContext();
        return await db.Database.SqlQuery<T>(sql).SingleAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
