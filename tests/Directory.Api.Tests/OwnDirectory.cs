using System.Text.Json;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests;

/// <summary>A directory of a test's own, with the feeds it writes and a clock it sets; asked without HTTP.</summary>
internal sealed class OwnDirectory : IAsyncDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly SettableClock clock = new(DirectoryServer.Now);
    private readonly WebApplication app;

    private readonly PostgresDatabase? server;

    private OwnDirectory(PostgresDatabase? server, Action<WebApplicationBuilder>? customize)
    {
        this.server = server;
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Directory={server?.ConnectionString ?? $"Data Source={Path.Combine(folder.FullName, "directory.db")}"}",
            $"--Feeds:Paths:0={folder.FullName}", "--Importers:ArchivePath=", "--Roles=api",
            $"--Dumps:Path={Path.Combine(folder.FullName, "dumps")}",
            $"--Manage:KeyFile={Path.Combine(folder.FullName, "manage.key")}",
            // How long a busy machine takes is no matter here.
            "--GraphQL:Limits:TimeoutSeconds=60", "--Logging:LogLevel:Default=Warning",
        ];
        app = DirectoryHost.BuildServer(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            customize?.Invoke(builder);
        });
    }

    /// <summary>What the directory takes for now.</summary>
    public DateTimeOffset Now
    {
        get => clock.GetUtcNow();
        set => clock.Now = value;
    }

    public IServiceProvider Services => app.Services;

    /// <summary>Where everything of it lies.</summary>
    public string Folder => folder.FullName;

    /// <summary>Makes one.</summary>
    /// <param name="customize">What else a test puts in place of the usual.</param>
    /// <param name="on">On which database.</param>
    public static async Task<OwnDirectory> CreateAsync(Action<WebApplicationBuilder>? customize = null, DatabaseKind? on = null)
    {
        var directory = new OwnDirectory((on ?? DatabaseKinds.Usual) == DatabaseKind.Postgres ? await PostgresDatabase.CreateMigratedAsync() : null, customize);
        await directory.app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(CancellationToken.None);
        return directory;
    }

    /// <summary>Serves it; redirects are not followed.</summary>
    public async Task<HttpClient> ServeAsync()
    {
        await app.StartAsync();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>Writes a file of the feeds.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    /// <summary>Imports everything, in the order of the keys of the sources.</summary>
    public async Task ImportAsync()
    {
        var feeds = ManifestLoader.Load([folder.FullName]);
        Assert.Empty(feeds.Problems);
        foreach (var manifest in feeds.Manifests.OrderBy(manifest => manifest.Key, StringComparer.Ordinal))
        {
            var outcome = await app.Services.GetRequiredService<ImportPipeline>()
                .RunAsync(manifest, new ImportOptions(), progress: null, CancellationToken.None);
            Assert.True(outcome.IsSuccess, $"{manifest.Key}: {outcome.Reason?.En}");
        }
    }

    /// <summary>Asks; an error of any kind fails the test.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return answer.GetProperty("data");
    }

    /// <summary>Asks.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, CostMode cost = CostMode.None)
    {
        await using var scope = app.Services.CreateAsyncScope();
        JsonElement? values = variables is null ? null : JsonSerializer.SerializeToElement(variables);
        using var response = await app.Services.GetRequiredService<GraphQLEngine>()
            .ExecuteAsync(new GraphQLRequest(query, null, values) { Cost = cost }, scope.ServiceProvider);
        return JsonElement.Parse(response.Body.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Says what it is told; what it measures and waits for is real.</summary>
    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
