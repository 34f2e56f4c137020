using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>A process that dies at any moment (power cut, out of memory, kill -9) leaves nothing half done and no lock behind.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rows = 20_000;

    private readonly CommandProcess command = new();

    public CrashTests()
    {
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/many.yaml", """
            key: many
            title: Много организаций
            source: { file: many.csv, delimiter: ";" }
            record: Organization
            id-from: [id]
            map: { name: name, territoryText: place }
            """);
        var rows = new StringBuilder("id;name;place\n");
        for (var i = 1; i <= Rows; i++)
        {
            rows.Append(i).Append(";Организация ").Append(i).Append(";Город ").Append(i % 97).Append('\n');
        }

        command.Write("feeds/many.csv", rows.ToString());
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task An_import_that_is_killed_leaves_nothing_and_the_next_one_completes()
    {
        for (var delay = 0; delay <= 600; delay += 200)
        {
            using var import = command.Start("import", "many");
            await RunningAsync(import, delay);
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);

            // Either nothing of it is there or, if the kill came too late, all of it: never a part.
            Assert.Contains(Count("Organizations"), new long[] { 0, Rows });
            Assert.Equal(Count("Organizations"), Count("SourceRecords"));
            Assert.Equal(Count("Organizations") / Rows, Count("Revisions"));
        }

        var result = await command.RunAsync("import", "many");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Rows, Count("Organizations"));
        Assert.Equal(1, Count("Revisions"));
        Assert.Equal(0, Count("ImportRuns WHERE Status = 'Running'"));
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_imports_serves_all_after_its_restart()
    {
        using (var server = command.Start("serve", "--urls=http://127.0.0.1:0"))
        {
            await RunningAsync(server, delay: 100);
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var again = command.Start("serve", "--urls=http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(again) };
            await ReadyAsync(client);
            using var answer = await client.PostAsJsonAsync(
                "/graphql", new { query = "{ organizations { totalCount } revision { number } importRuns(where: { status: { eq: RUNNING } }) { totalCount } }" },
                TestContext.Current.CancellationToken);
            var data = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("data");

            Assert.Equal(Rows, data.GetProperty("organizations").GetProperty("totalCount").GetInt32());
            Assert.Equal(1, data.GetProperty("revision").GetProperty("number").GetInt32());
            Assert.Equal(0, data.GetProperty("importRuns").GetProperty("totalCount").GetInt32());
        }
        finally
        {
            again.Kill();
            await again.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_migration_that_is_killed_is_done_by_the_next_start()
    {
        for (var delay = 150; delay <= 750; delay += 150)
        {
            using var migration = command.Start("migrate");
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            migration.Kill();
            await migration.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var result = await command.RunAsync("import", "many");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Rows, Count("Organizations"));
    }

    /// <summary>Waits until the run has written itself down, or the process is through, and a moment longer.</summary>
    private async Task RunningAsync(Process process, int delay)
    {
        var patience = Stopwatch.StartNew();
        while (!process.HasExited && !HasRun() && patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(delay, TestContext.Current.CancellationToken);
    }

    private bool HasRun()
    {
        try
        {
            return File.Exists(command.DatabaseFile) && Count("ImportRuns WHERE Status = 'Running'") > 0;
        }
        catch (SqliteException)
        {
            return false; // Not migrated yet, or busy migrating.
        }
    }

    private long Count(string table) => (long)DatabaseDump.Scalar(command.DatabaseFile, $"SELECT COUNT(*) FROM {table}")!;

    private static async Task<Uri> AddressAsync(Process server)
    {
        const string Sign = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(Sign, StringComparison.Ordinal))
            {
                // The rest must be read all the same: a full pipe would stop the server.
                _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(line.IndexOf(Sign, StringComparison.Ordinal) + Sign.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The server ended without listening: " + await server.StandardError.ReadToEndAsync(CancellationToken.None));
    }

    private static async Task ReadyAsync(HttpClient client)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            if (ready.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The server did not get ready within a minute.");
    }
}
