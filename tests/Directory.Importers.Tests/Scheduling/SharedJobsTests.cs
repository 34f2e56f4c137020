using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CenterDirectory.Importers.Tests.Scheduling;

/// <summary>A schedule that outlives processes holds what the manifests of the newest one say.</summary>
public sealed class SharedJobsTests : IDisposable
{
    private readonly TestFeed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public async Task A_source_that_is_new_gone_disabled_or_without_a_schedule_is_so_for_all()
    {
        await using var database = await PostgresDatabase.CreateMigratedAsync();
        Write("stays", "schedule: { cron: \"0 0 4 * * ?\" }");
        Write("goes", "schedule: { cron: \"0 0 4 * * ?\" }");
        Write("rests", "schedule: { cron: \"0 0 4 * * ?\" }");
        Assert.Equal(["goes", "rests", "stays"], await JobsAfterStartAsync(database));

        File.Delete(Path.Combine(feed.Folder, "feeds", "goes.yaml"));
        Write("rests", "enabled: false # for now");
        Write("comes", "schedule: { cron: \"0 0 5 * * ?\" }");

        Assert.Equal(["comes", "stays"], await JobsAfterStartAsync(database));
    }

    [Fact]
    public async Task A_job_is_taken_up_by_another_process_if_its_own_dies()
    {
        await using var database = await PostgresDatabase.CreateMigratedAsync();
        Write("stays", "schedule: { cron: \"0 0 4 * * ?\" }");
        await using var services = Services(database);
        await StartAsync(services);

        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
        var job = await scheduler.GetJobDetail(new JobKey("stays"), Cancel);

        Assert.True(job!.RequestsRecovery);
        Assert.True(job.ConcurrentExecutionDisallowed);
    }

    private async Task<IEnumerable<string>> JobsAfterStartAsync(PostgresDatabase database)
    {
        await using var services = Services(database);
        await StartAsync(services);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
        var keys = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(JobKey.DefaultGroup), Cancel);
        return keys.Select(key => key.Name).Order(StringComparer.Ordinal);
    }

    private static Task StartAsync(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<ImportTriggers>().Single().StartAsync(Cancel);

    private ServiceProvider Services(PostgresDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Feeds:Paths:0", Path.Combine(feed.Folder, "feeds"))]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostApplicationLifetime, NoLifetime>()
            .AddDirectoryData(database.ConnectionString).AddImporters(configuration).AddImportSchedule(configuration, database.ConnectionString).BuildServiceProvider();
    }

    private void Write(string key, string more) => feed.Write($"feeds/{key}.yaml", $$"""
        key: {{key}}
        title: Клубы
        {{more}}
        source: { url: "https://example.org/clubs.csv" }
        record: Organization
        id-from: [id]
        map: { name: name }
        """);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class NoLifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
