using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>What is known of the data is never older than the last commit, whoever made it.</summary>
public sealed class SqliteRevisionTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly ServiceProvider services;
    private readonly SqliteRevision revision;

    public SqliteRevisionTests()
    {
        var connectionString = $"Data Source={Path.Combine(folder.FullName, "directory.db")}";
        services = new ServiceCollection().AddLogging().AddDirectoryData(connectionString).BuildServiceProvider();
        revision = new SqliteRevision(connectionString);
    }

    public async ValueTask InitializeAsync() =>
        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        revision.Dispose();
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_commit_is_seen_by_the_next_question()
    {
        Assert.Null(await CurrentAsync());
        for (var number = 1; number <= 3; number++)
        {
            await CommitAsync(number);
            Assert.Equal($"{number}", await CurrentAsync());
            Assert.Equal($"{number}", await CurrentAsync());
        }
    }

    [Fact]
    public async Task What_is_not_committed_is_not_seen()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            db.Add(new Revision { Number = 1 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.Null(await CurrentAsync());
        }

        Assert.Null(await CurrentAsync());
    }

    private async Task CommitAsync(int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        db.Add(new Revision { Number = number });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private ValueTask<string?> CurrentAsync() => revision.CurrentAsync(TestContext.Current.CancellationToken);
}
