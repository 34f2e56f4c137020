using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Data.Tests.Migrations;

public sealed class DirectoryMigratorTests
{
    /// <summary>Every migration of the assembly, in order.</summary>
    private static readonly string[] All = [.. typeof(DirectoryDb).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Says_what_it_applied_and_applies_it_once()
    {
        using var database = new TemporaryDatabase();

        Assert.Equal(All, await database.MigrateAsync());
        Assert.Empty(await database.MigrateAsync());
    }

    [Fact]
    public async Task Pending_migrations_are_known_before_there_is_a_file()
    {
        using var database = new TemporaryDatabase();
        var migrator = new DirectoryMigrator(database, TimeProvider.System);

        Assert.Equal(All, await migrator.GetPendingAsync(TestContext.Current.CancellationToken));
        await database.MigrateAsync();
        Assert.Empty(await migrator.GetPendingAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_is_current_when_it_has_all_migrations_and_the_index_of_this_version_and_asking_makes_none()
    {
        using var database = new TemporaryDatabase();
        var migrator = new DirectoryMigrator(database, TimeProvider.System);

        Assert.False(await migrator.IsCurrentAsync(TestContext.Current.CancellationToken));
        Assert.False(System.IO.File.Exists(database.File));

        await database.MigrateAsync();
        Assert.True(await migrator.IsCurrentAsync(TestContext.Current.CancellationToken));

        await ExecuteAsync(database, $"UPDATE \"SearchStates\" SET \"Version\" = \"Version\" - 1");
        Assert.False(await migrator.IsCurrentAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await database.MigrateAsync());
        Assert.True(await migrator.IsCurrentAsync(TestContext.Current.CancellationToken));

        await ExecuteAsync(database, $"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {All[^1]}");
        Assert.False(await migrator.IsCurrentAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_comes_while_another_process_has_the_database_to_itself_says_so_and_waits()
    {
        using var database = new TemporaryDatabase();
        await database.MigrateAsync();
        SqliteConnection.ClearAllPools();
        using var other = new SqliteConnection($"Data Source={database.File};Pooling=False");
        other.Open();
        Execute(other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
        var log = new WaitLog();
        // Opening a database that is busy waits on its thread.
        var current = Task.Run(() => new DirectoryMigrator(database, TimeProvider.System, log).IsCurrentAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Contains("waiting", await log.Said.WaitAsync(Patience, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(current.IsCompleted);
        Execute(other, "ROLLBACK");

        Assert.True(await current.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_process_killed_in_mid_migration_leaves_no_half_schema_and_no_lock()
    {
        using var database = new TemporaryDatabase();
        using (var doomed = MigratingProcess.Start(database.ConnectionString, "CREATE TABLE \"News\""))
        {
            var line = await doomed.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal(MigratingProcess.Stopped, line);
            doomed.Kill();
            await doomed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // EF's own lock row is still there: without DirectoryMigrator the next start would wait for it for ever.
        Assert.Equal(1, await database.ScalarAsync<int>($"SELECT count(*) AS \"Value\" FROM \"__EFMigrationsLock\""));
        Assert.Equal(0, await database.ScalarAsync<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = 'Centers'"));

        Assert.Equal(All, await database.MigrateAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
        await using var db = database.CreateDbContext();
        Assert.Empty(await db.News.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        using var database = new TemporaryDatabase();
        using var first = MigratingProcess.Start(database.ConnectionString);
        using var second = MigratingProcess.Start(database.ConnectionString);

        var outputs = await Task.WhenAll(
            first.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            second.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await Task.WhenAll(
            first.WaitForExitAsync(TestContext.Current.CancellationToken), second.WaitForExitAsync(TestContext.Current.CancellationToken));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(["", string.Join(',', All)], outputs.Select(output => output.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_process_waits_while_the_first_one_migrates()
    {
        using var database = new TemporaryDatabase();
        using var first = MigratingProcess.Start(database.ConnectionString, "CREATE TABLE \"News\"");
        await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        var second = database.MigrateAsync();
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);

        first.Kill();
        Assert.Equal(All, await second.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task ExecuteAsync(TemporaryDatabase database, FormattableString sql)
    {
        await using var db = database.CreateDbContext();
        await db.Database.ExecuteSqlAsync(sql, TestContext.Current.CancellationToken);
    }

    private sealed class WaitLog : ILogger<DirectoryMigrator>
    {
        private readonly TaskCompletionSource<string> said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Said => said.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.TrySetResult(formatter(state, exception));
    }
}
