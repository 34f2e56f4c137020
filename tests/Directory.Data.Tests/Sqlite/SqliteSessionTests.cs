using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using CenterDirectory.Data.Entities;

namespace CenterDirectory.Data.Tests.Sqlite;

public sealed class SqliteSessionTests
{
    [Fact]
    public async Task Every_connection_waits_for_writers_and_watches_foreign_keys()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();

        Assert.Equal("wal", await database.ScalarAsync<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode"));
        Assert.Equal(5_000, await database.ScalarAsync<int>($"SELECT timeout AS \"Value\" FROM pragma_busy_timeout"));
        Assert.Equal(1, await database.ScalarAsync<int>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys"));
        Assert.Equal(1, await database.ScalarAsync<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous"));
    }

    [Fact]
    public async Task A_database_that_is_made_has_large_pages_and_one_that_is_there_keeps_its_own()
    {
        using var made = await TemporaryDatabase.CreateMigratedAsync();
        var folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
        var file = Path.Combine(folder.FullName, "earlier.db");
        await using (var earlier = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await earlier.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = earlier.CreateCommand();
            command.CommandText = "PRAGMA page_size = 4096; CREATE TABLE Something (Id INTEGER PRIMARY KEY)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var kept = new DirectoryDb(((DbContextOptionsBuilder<DirectoryDb>)new DbContextOptionsBuilder<DirectoryDb>().UseDirectory($"Data Source={file};Pooling=False")).Options);

        Assert.Equal(8_192, await made.ScalarAsync<int>($"SELECT page_size AS \"Value\" FROM pragma_page_size"));
        Assert.Equal(4_096, await kept.Database.SqlQuery<int>($"SELECT page_size AS \"Value\" FROM pragma_page_size").SingleAsync(TestContext.Current.CancellationToken));
        await kept.Database.CloseConnectionAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Connections_that_are_open_together_are_all_prepared()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        var contexts = Enumerable.Range(0, 4).Select(_ => database.CreateDbContext()).ToList();
        foreach (var db in contexts)
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        }

        foreach (var db in contexts)
        {
            Assert.Equal("елка", await db.Database.SqlQuery<string>($"SELECT fold('Ёлка!') AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
            await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_writer_waits_for_another_one_to_finish()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        await using var transaction = await first.Database.BeginTransactionAsync(cancellationToken);
        first.Add(new Network { Slug = "a", Name = "А" });
        await first.SaveChangesAsync(cancellationToken);

        var other = Task.Run(
            async () =>
            {
                second.Add(new Network { Slug = "b", Name = "Б" });
                return await second.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        await Task.WhenAny(other, Task.Delay(300, cancellationToken));
        Assert.False(other.IsCompleted);
        Assert.Equal(0, await database.ScalarAsync<int>($"SELECT count(*) AS \"Value\" FROM Networks"));
        await transaction.CommitAsync(cancellationToken);

        Assert.Equal(1, await other);
        Assert.Equal(2, await database.ScalarAsync<int>($"SELECT count(*) AS \"Value\" FROM Networks"));
    }

    [Fact]
    public async Task A_link_to_nothing_is_refused()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        db.Add(new Center { Slug = "a", TerritoryId = 404 });

        var error = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Contains("FOREIGN KEY", Assert.IsType<SqliteException>(error.InnerException).Message, StringComparison.Ordinal);
    }
}
