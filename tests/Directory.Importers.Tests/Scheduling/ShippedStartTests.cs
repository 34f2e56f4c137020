using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Scheduling;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Importers.Tests.Scheduling;

/// <summary>The first start of a fresh clone.</summary>
public sealed class ShippedStartTests
{
    [Fact]
    public async Task The_feeds_of_the_project_fill_the_directory_without_errors_or_dangling_references()
    {
        using var scratch = new TestFeed();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Feeds:Paths:0", Path.Combine(TestFeed.SolutionRoot, "feeds")), new("Importers:ArchivePath", Path.Combine(scratch.Folder, "archive"))]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddDirectoryData($"Data Source={Path.Combine(scratch.Folder, "directory.db")}").AddImporters(configuration).BuildServiceProvider();
        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(Cancel);

        await ActivatorUtilities.CreateInstance<ImportsAtStart>(services).RunAsync(Cancel);

        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel);
        Assert.Equal([], await db.Sources.Where(source => source.Enabled && source.Health.State != SourceHealthState.Ok).Select(source => source.Key).ToListAsync(Cancel));
        Assert.Equal(98, await db.Territories.CountAsync(Cancel));
        var issues = await db.ImportIssues.Select(issue => $"{issue.Run.Source.Key} {issue.Code} {issue.Row} {issue.Field}").ToListAsync(Cancel);
        Assert.Equal([], issues.Where(issue => issue.Contains("unresolved", StringComparison.Ordinal) && !issue.StartsWith("report-raduzhny", StringComparison.Ordinal)));
        var raduzhny = await db.Centers.Include(center => center.FoundingAct).Include(center => center.Services)
            .Where(center => center.TerritoryText!.Contains("Радужн")).ToListAsync(Cancel);
        Assert.Equal(2, raduzhny.Count);
        Assert.All(raduzhny, center => Assert.Equal(("2019-08", null), (center.FoundingAct!.SignedOn!.Value, center.FoundingAct.Number)));
        Assert.All(raduzhny, center => Assert.NotEmpty(center.SupportKinds));
        var network = await db.NetworkMembers.Where(member => member.Center.Name == null).Select(member => member.Center.DisplayName).Order().ToListAsync(Cancel);
        Assert.Equal(5, network.Count);
        Assert.Contains("Ресурсный центр (Свердловская область)", network);
        Assert.Equal("XXXX-11-16/XXXX-11-17", await db.Events.Where(item => item.Kind == EventKind.Conference && item.Territory!.Code == "72")
            .Select(item => item.Date!.Value).FirstOrDefaultAsync(Cancel));
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Their_order_does_not_matter()
    {
        var manifests = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests.Where(manifest => manifest.Enabled).ToList();
        var dumps = new List<string>();
        foreach (var order in new[] { manifests, Enumerable.Reverse(manifests) })
        {
            await using var directory = await ScratchDirectory.CreateAsync();
            foreach (var manifest in order)
            {
                Assert.Equal(ImportRunStatus.Applied, (await directory.RunAsync(manifest)).Status);
            }

            dumps.Add(await directory.DumpAsync(withIds: false));
        }

        Assert.Equal(dumps[0], dumps[1]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
