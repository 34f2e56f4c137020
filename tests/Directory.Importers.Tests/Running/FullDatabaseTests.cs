using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>A file that may not grow any more: an import fails as a whole, and whoever reads goes on.</summary>
public sealed class FullDatabaseTests
{
    [Fact]
    public async Task An_import_that_finds_no_room_fails_as_a_whole_and_reads_go_on()
    {
        var limit = new PageLimit();
        await using var directory = await ScratchDirectory.CreateAsync(wrap: limit.Around, on: DatabaseKind.Sqlite);
        await directory.ImportAsync("registry", Invented.Organization("1", "АНО «Первая»"));
        var before = await directory.DumpAsync();
        var records = Enumerable.Range(1, 3_000).Select(number => Invented.Organization($"{number}", $"АНО «Организация номер {number}»")).ToList();

        limit.Pages = await directory.AskAsync(db => db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count()").SingleAsync()) + 20;
        var outcome = await directory.ImportAsync("registry", records);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal("АНО «Первая»", await directory.AskAsync(db => db.Organizations.Select(organization => organization.Name).SingleAsync()));
        limit.Pages = null;
        Assert.Equal(ImportRunStatus.Applied, (await directory.ImportAsync("registry", records)).Status);
        Assert.Equal(3_000, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    /// <summary>Sets the limit on each connection that is opened; it is a connection's, not the file's.</summary>
    private sealed class PageLimit
    {
        private const long None = 4_294_967_294;

        public long? Pages { get; set; }

        public IDbContextFactory<DirectoryDb> Around(IDbContextFactory<DirectoryDb> databases) => new Limited(databases, this);

        private sealed class Limited(IDbContextFactory<DirectoryDb> databases, PageLimit limit) : IDbContextFactory<DirectoryDb>
        {
            public DirectoryDb CreateDbContext() => throw new NotSupportedException("The importers open their connections asynchronously.");

            public async Task<DirectoryDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
            {
                var db = await databases.CreateDbContextAsync(cancellationToken);
                await db.Database.OpenConnectionAsync(cancellationToken);
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA max_page_count = {limit.Pages ?? None}";
                await command.ExecuteNonQueryAsync(cancellationToken);
                return db;
            }
        }
    }
}
