using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Tests.Migrations;

/// <summary>Migrations are written by hand: a model that has moved on without one fails here.</summary>
public sealed class MigrationDriftTests
{
    [Fact]
    public async Task Migrations_build_the_tables_that_the_model_asks_for()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var migrated = await TemporaryDatabase.CreateMigratedAsync();
        using var created = new TemporaryDatabase();
        await using var one = migrated.CreateDbContext();
        await using var other = created.CreateDbContext();
        await other.Database.EnsureCreatedAsync(cancellationToken);

        var expected = await Catalog.DescribeAsync(other, cancellationToken);

        Assert.Contains("link Centers.TerritoryId -> Territories.Id on delete SET NULL", expected, StringComparison.Ordinal);
        Assert.Contains("index Centers.IX_Centers_Slug unique Slug", expected, StringComparison.Ordinal);
        Assert.Contains("autoincrement Centers", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await Catalog.DescribeAsync(one, cancellationToken));
    }

    [Fact]
    public async Task Migrations_build_the_tables_that_the_model_asks_for_on_PostgreSQL()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var one = await PostgresDatabase.CreateMigratedAsync();
        await using var other = await PostgresDatabase.CreateAsync();
        await using var migrated = TemporaryDatabase.Open(one.ConnectionString);
        await using var created = TemporaryDatabase.Open(other.ConnectionString);
        await created.Database.EnsureCreatedAsync(cancellationToken);

        Assert.Equal(await Catalog.DescribeAsync(created, cancellationToken), await Catalog.DescribeAsync(migrated, cancellationToken));
        var folded = await migrated.Database.SqlQuery<string>($"SELECT fold('  «Ёлки—ПАЛКИ»,  за́мок ') AS \"Value\"").SingleAsync(cancellationToken);
        Assert.Equal("елки палки замок", folded);
    }

    [Fact]
    public void PostgreSQL_gets_the_same_tables_in_its_own_types()
    {
        using var db = TemporaryDatabase.Open("Host=nowhere;Database=directory");

        db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions).MatchSnapshot("sql");
    }
}
