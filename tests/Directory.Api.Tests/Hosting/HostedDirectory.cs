using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>A served directory without feeds, with the settings of a test.</summary>
internal sealed class HostedDirectory : IAsyncDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    private HostedDirectory(string[] settings, Action<WebApplicationBuilder>? customize)
    {
        var feeds = System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "feeds"));
        App = DirectoryHost.BuildServer(
            [
                "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Directory=Data Source={Path.Combine(folder.FullName, "directory.db")}",
                $"--Feeds:Paths:0={feeds.FullName}", "--Importers:ArchivePath=", "--Dumps:Path=", "--Logging:LogLevel:Default=Warning", .. settings,
            ],
            customize);
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(App.Urls.Single());

    public static Task<HostedDirectory> StartAsync(params string[] settings) => StartAsync(null, settings);

    public static async Task<HostedDirectory> StartAsync(Action<WebApplicationBuilder>? customize, params string[] settings)
    {
        var hosted = new HostedDirectory(settings, customize);
        await hosted.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await hosted.App.StartAsync(TestContext.Current.CancellationToken);
        return hosted;
    }

    /// <summary>Commits a revision without changes.</summary>
    public async Task CommitRevisionAsync(int number)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Add(new Revision { Number = number });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A client of it.</summary>
    public HttpClient Client(params (string Name, string Value)[] headers)
    {
        var client = new HttpClient { BaseAddress = Address };
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
