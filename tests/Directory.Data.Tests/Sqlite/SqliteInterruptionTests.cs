using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Sqlite;

/// <summary>A statement that would run for ever ends when its caller gives up.</summary>
public sealed class SqliteInterruptionTests
{
    private const string Counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";

    [Theory]
    [InlineData(Counting + " SELECT count(*) AS \"Value\" FROM n")]
    [InlineData(Counting + " SELECT i AS \"Value\" FROM n WHERE i < 100 OR i < 0")]
    public async Task A_query_stops_before_its_first_row_and_between_rows(string sql)
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();

        await AssertStopsAsync(cancellationToken => db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken));

        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_command_stops_and_changes_nothing()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();

        await AssertStopsAsync(cancellationToken => db.Database.ExecuteSqlRawAsync(
            Counting + " INSERT INTO Networks (Slug, Name, NameFolded, DisplayName, DisplayNameFolded, CreatedAt, UpdatedAt) SELECT i, '', '', '', '', '', '' FROM n", cancellationToken));

        Assert.Equal(0, await db.Networks.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_that_gave_up_does_not_stop_the_statements_of_the_next()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        using var giveUp = new CancellationTokenSource();
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"").SingleAsync(giveUp.Token));
        await giveUp.CancelAsync();

        const string Long = Counting + " SELECT count(*) AS \"Value\" FROM (SELECT i FROM n LIMIT 1000000)";
        Assert.Equal(1_000_000, db.Database.SqlQueryRaw<int>(Long).AsEnumerable().Single());
        Assert.Equal(1_000_000, (await db.Database.SqlQueryRaw<int>(Long).ToListAsync(TestContext.Current.CancellationToken)).Single());
    }

    private static async Task AssertStopsAsync(Func<CancellationToken, Task> run)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        giveUp.CancelAfter(TimeSpan.FromMilliseconds(300));

        // The client runs statements on the calling thread.
        var failure = await Record.ExceptionAsync(() => Task.Run(() => run(giveUp.Token), TestContext.Current.CancellationToken));

        Assert.True(failure is OperationCanceledException or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 9 }, failure?.ToString() ?? "It went on.");
    }
}
