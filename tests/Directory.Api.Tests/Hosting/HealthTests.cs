using System.Net;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Ok", "ready")]
    [InlineData("Paused", "ready")]
    [InlineData("Disabled", "ready")]
    [InlineData("Stale", "degraded")]
    [InlineData("Failing", "degraded")]
    [InlineData("Quarantined", "degraded")]
    public async Task A_source_that_is_not_well_degrades_the_server_which_stays_ready(string state, string status)
    {
        await using var app = await StartAsync();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO Sources (Key, Title, Format, Priority, ConsecutiveFailures, RecordCount, Enabled, Health_State, Health_MessageRu, Health_MessageEn) VALUES ('clubs', 'Клубы', 'csv', 50, 0, 0, 1, {state}, 'Так.', 'So.')",
                Cancel);
        }

        var reasons = status == "ready" ? "[]" : """["clubs: So."]""";
        Assert.Equal($$"""{"status":"{{status}}","reasons":{{reasons}}}""", await ReadyAsync(app));
        await app.StopAsync(Cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_told_without_the_folder_and_a_source_until_it_is_well_again()
    {
        Write("broken.yaml", "key: broken\ntitel: ?\n");
        Write("twice.yaml", "key: clubs\ntitle: Ещё раз\n");
        Write("clubs.yaml", "key: clubs\ntitle: Клубы\nsource: { file: clubs.csv }\nrecord: Organization\nid-from: [id]\nmap: { name: name }\n");
        await using var app = await StartAsync();

        var report = await ReadyAsync(app);

        Assert.Contains("\"broken.yaml:2: ", report, StringComparison.Ordinal);
        Assert.Contains("\"clubs: ", report, StringComparison.Ordinal);
        Assert.Contains("clubs.csv", report, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Name, report, StringComparison.Ordinal);

        Write("clubs.csv", "id,name\n1,Первый клуб\n");
        var manifest = app.Services.GetRequiredService<FeedCatalog>().Find("clubs")!;
        await app.Services.GetRequiredService<ImportPipeline>().RunAsync(manifest, new ImportOptions(), progress: null, Cancel);

        Assert.DoesNotContain("\"clubs: ", await ReadyAsync(app), StringComparison.Ordinal);
        await app.StopAsync(Cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "feeds")).FullName, name), text);

    private async Task<WebApplication> StartAsync()
    {
        var app = DirectoryHost.BuildServer(
        [
            "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Directory=Data Source={Path.Combine(folder.FullName, "directory.db")}",
            $"--Feeds:Paths:0={System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "feeds")).FullName}",
            "--Importers:ArchivePath=", "--Dumps:Path=", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(Cancel);
        await app.StartAsync(Cancel);
        await app.Services.GetRequiredService<FirstImport>().Ended.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        return app;
    }

    private static async Task<string> ReadyAsync(WebApplication app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var response = await client.GetAsync("/health/ready", Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
