using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Scheduling;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CenterDirectory.Importers.Tests.Scheduling;

public sealed class StartTests : IAsyncLifetime
{
    private const string Centers =
        """
        key: centers
        title: Центры
        source: { file: centers.csv, format: csv }
        record: Center
        id-from: [id]
        map: { name: name, territory: place }
        """;

    private readonly TestFeed feed = new();

    private string Database => Path.Combine(feed.Folder, "directory.db");

    public ValueTask InitializeAsync()
    {
        feed.Write("feeds/centers.yaml", Centers);
        feed.Write("feeds/centers.csv", "id,name,place\n1,Первый центр,66\n");
        feed.Write("feeds/zz-places.yaml", """
            key: zz-places
            title: Территории
            source: { file: places.csv, format: csv }
            record: Territory
            id-from: [code]
            map: { code: code, name: name, kind: { const: REGION } }
            """);
        feed.Write("feeds/places.csv", "code,name\n66,Свердловская область\n");
        feed.Write("feeds/live.yaml", Centers.Replace("key: centers", "key: live\nenabled: false # a live one", StringComparison.Ordinal)
            .Replace("file: centers.csv", "url: https://example.org/centers.csv", StringComparison.Ordinal));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        feed.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_start_imports_enabled_files_territories_first()
    {
        await using var services = await ServicesAsync();

        await StartAsync(services);

        var first = services.GetRequiredService<FirstImport>();
        Assert.True(first.HasEnded);
        await using var db = Open(services);
        Assert.Equal(["zz-places Applied", "centers Applied"], await Runs(db));
        Assert.Equal("Свердловская область", await db.Centers.Select(center => center.Territory!.Name).SingleAsync(Cancel));
        Assert.Equal(
            [("centers", true), ("live", false), ("zz-places", true)],
            await db.Sources.OrderBy(source => source.Key).Select(source => new ValueTuple<string, bool>(source.Key, source.Enabled)).ToListAsync(Cancel));
    }

    [Fact]
    public void Whoever_imports_several_sources_takes_files_first_and_territories_before_what_refers_to_them()
    {
        feed.Write("feeds/aa-web.yaml", Centers.Replace("key: centers", "key: aa-web", StringComparison.Ordinal)
            .Replace("file: centers.csv", "url: https://example.org/centers.csv", StringComparison.Ordinal));
        var manifests = Importers.Manifests.ManifestLoader.Load([Path.Combine(feed.Folder, "feeds")]).Manifests;

        Assert.Equal(["zz-places", "centers", "aa-web", "live"], DueSources.InOrder(manifests).Select(manifest => manifest.Key));
    }

    [Fact]
    public async Task The_next_start_imports_only_what_differs_by_its_bytes()
    {
        await using (var services = await ServicesAsync())
        {
            await StartAsync(services);
        }

        feed.Write("feeds/centers.csv", "id,name,place\n1,Первый центр,66\n2,Второй центр,66\n");
        await using var again = await ServicesAsync();
        await StartAsync(again);

        await using var db = Open(again);
        Assert.Equal(["zz-places Applied", "centers Applied", "centers Applied"], await Runs(db));

        feed.Write("feeds/centers.yaml", Centers.Replace("name: name", "shortName: name", StringComparison.Ordinal));
        await using var remapped = await ServicesAsync();
        await StartAsync(remapped);

        Assert.Equal(["Второй центр", "Первый центр"], await db.Centers.Select(center => center.ShortName).Order().ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_and_tried_again_at_the_next_start()
    {
        feed.Write("feeds/centers.csv", "number,name,place\n1,Первый центр,66\n");
        await using (var services = await ServicesAsync())
        {
            await StartAsync(services);

            Assert.True(services.GetRequiredService<FirstImport>().HasEnded);
            await using var failed = Open(services);
            Assert.Equal(["centers"], await SickAsync(failed));
        }

        feed.Write("feeds/centers.csv", "id,name,place\n1,Первый центр,66\n");
        await using var again = await ServicesAsync();
        await StartAsync(again);

        await using var db = Open(again);
        Assert.Empty(await SickAsync(db));
        Assert.Equal(["zz-places Applied", "centers Failed", "centers Applied"], await Runs(db));
    }

    [Fact]
    public async Task A_manifest_with_a_problem_is_told_and_the_others_are_imported()
    {
        feed.Write("feeds/broken.yaml", "key: broken\ntitel: ?\n");
        await using var services = await ServicesAsync();

        await StartAsync(services);

        Assert.All(services.GetRequiredService<FeedCatalog>().Problems, problem => Assert.StartsWith("broken.yaml:", problem.WithoutFolder.En, StringComparison.Ordinal));
        await using var db = Open(services);
        Assert.Equal(1, await db.Centers.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("2026-03-01T05:00:00Z", false)]
    [InlineData("2026-03-02T01:29:00Z", false)]
    [InlineData("2026-03-02T01:30:00Z", true)]
    public async Task A_live_source_is_due_when_its_turn_came_since_its_last_run(string now, bool isDue)
    {
        feed.Write("feeds/live.yaml", Centers.Replace("key: centers", "key: live\nschedule: { cron: \"0 30 4 * * ?\", zone: Europe/Moscow }", StringComparison.Ordinal)
            .Replace("file: centers.csv", "url: https://example.org/centers.csv", StringComparison.Ordinal));
        await using var services = await ServicesAsync();
        await using var db = Open(services);
        db.ImportRuns.Add(new()
        {
            Source = new() { Key = "live" }, Status = ImportRunStatus.Failed, StartedAt = new DateTime(2026, 3, 1, 4, 0, 0, DateTimeKind.Utc),
        });
        await db.SaveChangesAsync(Cancel);
        await services.GetRequiredService<SourceRegistry>().RegisterAsync(services.GetRequiredService<FeedCatalog>().Manifests, Cancel);
        var clock = new SettableClock();
        clock.Advance(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - clock.GetUtcNow());

        var due = await new DueSources(services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), clock)
            .FindAsync(services.GetRequiredService<FeedCatalog>().Manifests, Cancel);

        Assert.Equal(isDue, due.Any(manifest => manifest.Key == "live"));
    }

    [Fact]
    public async Task A_scheduled_source_runs_when_its_turn_has_come_and_then_waits_for_the_next()
    {
        feed.Write("feeds/centers.yaml", Centers + "\nschedule: { cron: \"0 30 4 * * ?\", zone: Asia/Vladivostok }\n");
        await using var services = await ServicesAsync();
        await StartAsync(services);
        await using var db = Open(services);
        var next = await db.Sources.Where(source => source.Key == "centers").Select(source => source.NextRunAt!.Value).SingleAsync(Cancel);
        Assert.Equal(TimeSpan.FromHours(18.5), next.TimeOfDay);
        await db.Sources.Where(source => source.Key == "centers").ExecuteUpdateAsync(
            source => source.SetProperty(row => row.NextRunAt, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Cancel);

        await ActivatorUtilities.CreateInstance<ImportTriggers>(services).StartAsync(Cancel);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
        await scheduler.Start(Cancel);
        while (!await db.ImportRuns.AnyAsync(run => run.Status == ImportRunStatus.Unchanged, Cancel))
        {
            await Task.Delay(20, Cancel);
        }

        // What is not due is not run, however often its job is started.
        await scheduler.TriggerJob(new JobKey("centers"), cancellationToken: Cancel);
        await scheduler.Shutdown(true, Cancel);
        Assert.Equal(["zz-places Applied", "centers Applied", "centers Unchanged"], await Runs(db));
        Assert.Equal(next.TimeOfDay, (await db.Sources.AsNoTracking().SingleAsync(source => source.Key == "centers", Cancel)).NextRunAt!.Value.TimeOfDay);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DirectoryDb Open(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();

    private static Task<List<string>> SickAsync(DirectoryDb db) =>
        db.Sources.Where(source => source.Health.State == SourceHealthState.Failing).Select(source => source.Key).ToListAsync(Cancel);

    private static Task<List<string>> Runs(DirectoryDb db) =>
        db.ImportRuns.OrderBy(run => run.Id).Select(run => run.Source.Key + " " + run.Status).ToListAsync(Cancel);

    private static Task StartAsync(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<ImportsAtStart>(services).RunAsync(Cancel);

    private async Task<ServiceProvider> ServicesAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Feeds:Paths:0", Path.Combine(feed.Folder, "feeds")), new("Importers:ArchivePath", Path.Combine(feed.Folder, "archive")), new("Importers:Jitter", "0")]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddDirectoryData($"Data Source={Database}").AddImporters(configuration).AddImportSchedule(configuration, $"Data Source={Database}").BuildServiceProvider();
        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(Cancel);
        return services;
    }
}
