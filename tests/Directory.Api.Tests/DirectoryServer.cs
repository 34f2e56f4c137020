using System.Text;
using System.Text.Json;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Tests;
using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DirectoryServer))]

namespace CenterDirectory.Api.Tests;

/// <summary>
/// The real application on a free port, with the shipped feeds and a made-up one in a database file of its own, and a clock that stands still.
/// All test classes share it and only read.
/// </summary>
public sealed class DirectoryServer : IAsyncLifetime
{
    /// <summary>The instant at which everything was imported.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly SqlLog sql = new();
    private PostgresDatabase? database;
    private WebApplication? app;

    /// <summary>The folder of this project's sources.</summary>
    public static string TestFolder { get; } = Path.Combine(HostPaths.Root, "tests", "Directory.Api.Tests");

    /// <summary>What it runs on.</summary>
    public DatabaseKind Database => database is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    /// <summary>Sends requests to the application; its addresses are relative, such as <c>/graphql</c>.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>Services of the application.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>The same on a server of databases; skips the calling test if there is none.</summary>
    public static async Task<DirectoryServer> StartOnPostgresAsync()
    {
        var server = new DirectoryServer { database = await PostgresDatabase.CreateMigratedAsync() };
        await server.InitializeAsync();
        return server;
    }

    /// <summary>Sends a query and reads the answer, with the statements it took.</summary>
    public async Task<Answer> QueryAsync(string document, JsonElement? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = document, variables }), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    /// <summary>Sends any request and reads the answer as JSON, with the statements it took.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var recording = sql.Record();
        request.Headers.Add("traceparent", recording.TraceParent);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, recording.Statements);
    }

    /// <summary>Asks for a page or a file, with the statements it took.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="method">GET unless stated.</param>
    /// <param name="ifNoneMatch">The tag of what the reader has.</param>
    public async Task<TextAnswer> TextAsync(string address, HttpMethod? method = null, string? ifNoneMatch = null)
    {
        using var recording = sql.Record();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Add("traceparent", recording.TraceParent);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new TextAnswer(response.StatusCode, headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), recording.Statements);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Directory={database?.ConnectionString ?? $"Data Source={Path.Combine(folder.FullName, "directory.db")}"}",
            $"--Importers:ArchivePath={Path.Combine(folder.FullName, "archive")}",
            $"--Dumps:Path={Path.Combine(folder.FullName, "dumps")}",
            $"--Manage:KeyFile={Path.Combine(folder.FullName, "manage.key")}",
            $"--Feeds:Paths:0={Path.Combine(HostPaths.Root, "feeds", "ru")}",
            $"--Feeds:Paths:1={Path.Combine(HostPaths.Root, "feeds", "reports")}",
            $"--Feeds:Paths:2={Path.Combine(TestFolder, "Feeds")}",
            // Whether somebody has built GraphiQL here must not matter.
            $"--Explorer:Path={Path.Combine(folder.FullName, "none")}",
            // How long a busy machine takes is no matter here.
            "--GraphQL:Limits:TimeoutSeconds=60",
            // Each test sees the statements of its own requests.
            "--GraphQL:Limits:CachedAnswersMebibytes=0",
            "--Logging:LogLevel:Default=Warning",
        ];
        app = DirectoryHost.BuildServer(settings, builder => builder.Services.AddSingleton<TimeProvider>(new StandingClock(Now)));
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
        await app.Services.GetRequiredService<FirstImport>().Ended.WaitAsync(TimeSpan.FromMinutes(2));

        // What a client can know of it is asked as well: a feed that is not in shows in every test as this one message.
        var ready = await Client.GetStringAsync("/health/ready");
        Assert.Equal("""{"status":"ready","reasons":[]}""", ready);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        sql.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
