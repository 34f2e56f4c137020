using System.Net;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
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
        await using var app = DirectoryHost.BuildServer(
        [
            "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Directory=Data Source={Path.Combine(folder.FullName, "directory.db")}",
            $"--Feeds:Paths:0={System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "feeds")).FullName}",
            "--Importers:ArchivePath=", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(Cancel);
        await app.StartAsync(Cancel);
        await app.Services.GetRequiredService<FirstImport>().Ended.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO Sources (Key, Title, Format, Priority, ConsecutiveFailures, RecordCount, Enabled, Health_State, Health_MessageRu, Health_MessageEn) VALUES ('clubs', 'Клубы', 'csv', 50, 0, 0, 1, {state}, 'Так.', 'So.')",
                Cancel);
        }

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var response = await client.GetAsync("/health/ready", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var reasons = status == "ready" ? "[]" : """["clubs: So."]""";
        Assert.Equal($$"""{"status":"{{status}}","reasons":{{reasons}}}""", await response.Content.ReadAsStringAsync(Cancel));
        await app.StopAsync(Cancel);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
