using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>Two processes of importers on one PostgreSQL: each turn of a source is one run, and what a killed one was about the other does.</summary>
public sealed class SharedScheduleTests : IAsyncLifetime
{
    private readonly CommandProcess caller = new();
    private readonly List<Process> nodes = [];
    private readonly SemaphoreSlim asked = new(0);
    private readonly WebApplication publisher;
    private PostgresDatabase? database;
    private int requests;
    private volatile TaskCompletionSource? hold;

    public SharedScheduleTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        publisher = builder.Build();
        publisher.Urls.Add("http://127.0.0.1:0");
        publisher.MapGet("/clubs.csv", async (HttpContext http) =>
        {
            var number = Interlocked.Increment(ref requests);
            asked.Release();
            await (hold?.Task ?? Task.CompletedTask).WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await http.Response.WriteAsync($"id,name\n1,Клуб {number}\n");
        });
    }

    public async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateMigratedAsync();
        await publisher.StartAsync(Cancel);
        caller.Feeds = Path.GetDirectoryName(caller.Write("feeds/clubs.yaml", $$"""
            key: clubs
            title: Клубы
            schedule: { cron: "0/3 * * * * ?", zone: UTC }
            source: { url: "{{publisher.Urls.Single()}}/clubs.csv" }
            record: Organization
            id-from: [id]
            map: { name: name }
            """))!;
    }

    public async ValueTask DisposeAsync()
    {
        hold?.TrySetResult();
        foreach (var node in nodes)
        {
            node.Kill();
            await node.WaitForExitAsync(CancellationToken.None);
            node.Dispose();
        }

        await publisher.DisposeAsync();
        caller.Dispose();
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_turn_is_one_run_and_what_a_killed_process_was_about_another_does()
    {
        StartNode("one");
        StartNode("other");
        for (var turn = 0; turn < 2; turn++)
        {
            await asked.WaitAsync(Patience, Cancel);
        }

        // From here on the publisher keeps whoever asks waiting.
        hold = new TaskCompletionSource();
        while (await asked.WaitAsync(0, Cancel))
        {
        }

        await asked.WaitAsync(Patience, Cancel);
        var busy = await UntilAsync(BusyNodeAsync);
        Assert.Equal(0, await CountAsync("""SELECT count(*) FROM (SELECT 1 FROM "ImportRuns" WHERE "Status" = 'Running' OFFSET 1) more"""));
        var before = await CountAsync("""SELECT max("Id") FROM "ImportRuns" """);

        nodes[busy == "one" ? 0 : 1].Kill();
        hold.SetResult();

        var recovered = await UntilAsync(async () => await CountAsync($"""SELECT count(*) FROM "ImportRuns" WHERE "Id" > {before} AND "Status" = 'Applied' """) > 0 ? "yes" : null);
        Assert.Equal("yes", recovered);
        Assert.Equal("Failed", await TextAsync($"""SELECT "Status" FROM "ImportRuns" WHERE "Id" = {before}"""));
        Assert.Equal(0, await CountAsync("""SELECT count(*) FROM (SELECT "SourceId" FROM "ImportRuns" WHERE "Status" = 'Running' GROUP BY 1 HAVING count(*) > 1) doubled"""));
        Assert.Equal(1, await CountAsync("""SELECT count(*) FROM "Organizations" """));
    }

    private void StartNode(string name) => nodes.Add(caller.Start(
        "serve", "--urls=http://127.0.0.1:0", "--Roles=importers", $"--ConnectionStrings:Directory={database!.ConnectionString}", "--Importers:AllowHosts:0=127.0.0.1",
        "--Importers:Jitter=0", "--Importers:HostInterval=0", $"--Schedule:Node={name}", "--Schedule:Look=00:00:01", "--Schedule:CheckIn=00:00:01", "--Schedule:Patience=00:00:02",
        "--Dumps:Path=", "--Telemetry:Metrics=false", "--Logging:LogLevel:Default=Warning"));

    private Task<string?> BusyNodeAsync() => TextAsync("SELECT instance_name FROM schedule.fired_triggers WHERE job_name = 'clubs' AND state = 'EXECUTING'");

    private static async Task<string> UntilAsync(Func<Task<string?>> ask)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(200, Cancel);
        }

        throw new TimeoutException("It did not come about.");
    }

    private async Task<long> CountAsync(string sql) => Convert.ToInt64(await ScalarAsync(sql) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string?> TextAsync(string sql) => await ScalarAsync(sql) as string;

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database!.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private static TimeSpan Patience => TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
