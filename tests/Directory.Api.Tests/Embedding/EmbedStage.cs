using System.Collections.Concurrent;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>A directory with a few made-up centers, and the site of somebody else on another origin that embeds them.</summary>
public sealed class EmbedStage : IAsyncLifetime
{
    private static readonly string[] Sources = ["ru-territories", "embedded"];

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly WebApplication directory;
    private readonly WebApplication site;

    public EmbedStage()
    {
        directory = DirectoryHost.BuildServer(
            [
                "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Directory=Data Source={Path.Combine(folder.FullName, "directory.db")}",
                "--Importers:ArchivePath=", "--Roles=api", "--GraphQL:Limits:TimeoutSeconds=60", "--Logging:LogLevel:Default=Warning",
            ],
            builder => builder.Services.AddSingleton<TimeProvider>(new StandingClock(DirectoryServer.Now)).AddSingleton<IStartupFilter>(new Recorder(Answers)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site = builder.Build();
        site.MapGet("/{page}", (HttpContext http, string page) => Pages.TryGetValue(page, out var own)
            ? TypedResults.Text($"<!DOCTYPE html><html lang=\"ru\"><title>Палата</title>{own}", "text/html; charset=utf-8").ExecuteAsync(http)
            : HostPage.Named(page).SendAsync(http, Origin));
    }

    /// <summary>Scheme and host of the directory.</summary>
    public string Origin => directory.Urls.Single();

    /// <summary>Scheme and host of the other site.</summary>
    public string Site => site.Urls.Single();

    /// <summary>Bodies of pages that a test adds to the other site.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new();

    /// <summary>What the directory was asked and how it answered. A browser shows its own copy where it got a 304.</summary>
    public ConcurrentQueue<(string Path, int Status)> Answers { get; } = new();

    /// <summary>Asks the directory.</summary>
    public HttpClient Client { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await directory.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(CancellationToken.None);
        var feeds = ManifestLoader.Load([Path.Combine(HostPaths.Root, "feeds", "ru"), Path.Combine(DirectoryServer.TestFolder, "Embedding", "Feeds")]);
        foreach (var key in Sources)
        {
            var outcome = await directory.Services.GetRequiredService<ImportPipeline>().RunAsync(
                feeds.Manifests.Single(manifest => manifest.Key == key), new ImportOptions(), progress: null, CancellationToken.None);
            Assert.True(outcome.IsSuccess, $"{key}: {outcome.Reason?.En}");
        }

        await directory.StartAsync();
        await site.StartAsync();
        Client.BaseAddress = new Uri(Origin);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.DisposeAsync();
        await directory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private sealed class Recorder(ConcurrentQueue<(string Path, int Status)> answers) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, then) =>
            {
                await then(http);
                answers.Enqueue((http.Request.Path, http.Response.StatusCode));
            });
            next(app);
        };
    }
}
