using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Data.Tests;

public sealed class DatabaseProvidersTests
{
    [Theory]
    [InlineData("Host=localhost;Database=directory", true)]
    [InlineData("Username=a; host=db.example.org", true)]
    [InlineData("Data Source=data/directory.db", false)]
    [InlineData("Data Source=Host=odd.db", false)]
    public void The_shape_of_the_connection_string_says_which_database_it_is(string connectionString, bool isPostgres) =>
        Assert.Equal(isPostgres, DatabaseProviders.IsPostgres(connectionString));

    [Fact]
    public async Task A_fresh_folder_becomes_a_directory()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = new TemporaryDatabase();
        await using var services = new ServiceCollection().AddDirectoryData(database.ConnectionString).BuildServiceProvider(validateScopes: true);

        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
        await using (var scope = services.CreateAsyncScope())
        {
            await SampleDirectory.FillAsync(scope.ServiceProvider.GetRequiredService<DirectoryDb>(), cancellationToken);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        Assert.Equal(2, await db.Centers.CountAsync(cancellationToken));
        Assert.True(File.Exists(database.File));
    }
}
