using CenterDirectory.Api.Access;
using CenterDirectory.Api.Delivering;
using CenterDirectory.Api.Embedding;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Hosting.RateLimiting;
using CenterDirectory.Api.Hosting.Telemetry;
using CenterDirectory.Api.OpenData;
using CenterDirectory.Api.Manage;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Reminding;
using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Requests.Asking;
using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Http;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Fetching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>Puts the application together.</summary>
internal static class DirectoryHost
{
    /// <summary>A builder for commands, which answer no requests: what a server is made of is neither read nor kept in memory.</summary>
    /// <param name="settings">Settings of the command line, <c>--Key:Name value</c>.</param>
    public static HostApplicationBuilder CreateBuilder(string[] settings)
    {
        // The server takes its surroundings from these variables too.
        var surroundings = new ConfigurationManager();
        surroundings.AddEnvironmentVariables("ASPNETCORE_");
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory, Configuration = surroundings });
        builder.AddDirectory();
        return builder;
    }

    /// <summary>The server: GraphQL, pages, health, and the schedule if this process has the role.</summary>
    /// <param name="settings">Settings of the command line.</param>
    /// <param name="customize">What a test puts in place of the ambient, such as the clock.</param>
    public static WebApplication BuildServer(string[] settings, Action<WebApplicationBuilder>? customize = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddDirectory();
        var roles = Roles.Of(builder.Configuration);
        builder.Services.AddGraphQL(builder.Configuration.GetSection(Limits), _ => DirectorySchema.Build());
        // Answers name pages (pageUrl): where the site moves, what caches hold is out of date.
        builder.Services.AddOptions<EngineOptions>().PostConfigure<IOptions<SiteOptions>>((engine, site) => engine.Surroundings = site.Value.Origin?.AbsoluteUri ?? "");
        builder.Services.AddReading(ConnectionString(builder.Configuration), builder.Configuration);
        builder.Services.AddOptions<QualityOptions>().BindConfiguration(QualityOptions.Section).ValidateDataAnnotations()
            .Validate(quality => quality.Weights > 0, "At least one weight of Quality must be above 0.").ValidateOnStart();
        builder.Services.AddSingleton<Confirmations>();
        builder.Services.AddSearch(ConnectionString(builder.Configuration), builder.Configuration);
        builder.Services.AddSingleton<RevisionWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RevisionWatch>());
        builder.Services.AddQueryCors(builder.Configuration);
        builder.Services.AddKeyUses();
        builder.Services.AddDelivery();
        builder.Services.AddRequestDesk();
        builder.Services.AddReminding();
        builder.Services.AddPublishing(builder.Configuration);
        builder.Services.AddFeeds();
        builder.Services.AddHsds(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddManage();
        builder.Services.AddEmbedding();
        if (roles.Importers)
        {
            builder.Services.AddImportSchedule(builder.Configuration, ConnectionString(builder.Configuration));
            builder.Services.AddDumpSchedule();
            builder.Services.AddRequestDelivery();
            builder.Services.AddReminderSchedule();
        }

        if (DefaultAddress(builder.Configuration) is { } address)
        {
            builder.WebHost.UseUrls(address);
        }

        builder.AddOperations();
        customize?.Invoke(builder);
        var app = builder.Build();
        app.Services.WarmUp(roles.Importers);
        app.Route(roles);
        return app;
    }

    /// <summary>Database and importers: what commands and the server share.</summary>
    private static void AddDirectory(this IHostApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.Services.AddDirectoryData(ConnectionString(builder.Configuration));
        builder.Services.AddImporters(builder.Configuration);
        builder.Services.AddDumps(builder.Configuration);
        builder.Services.AddAccess();
        builder.Services.AddEditing();
        builder.Services.AddRequests();
        builder.Services.PostConfigure<FeedsOptions>(ResolvePaths);
        builder.Services.PostConfigure<ImportersOptions>(importers =>
        {
            importers.ArchivePath = importers.ArchivePath.Length == 0 ? "" : HostPaths.FromConfiguration(importers.ArchivePath);
            importers.CenterRules = string.IsNullOrEmpty(importers.CenterRules) ? null : HostPaths.FromConfiguration(importers.CenterRules);
        });
    }

    /// <summary>What a request passes, in order, and what answers it.</summary>
    private static void Route(this WebApplication app, Roles roles)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseCors();
        app.UseRateLimit();
        app.UseKeys();
        app.MapHealth(roles);
        app.MapMetrics();
        if (roles.Api)
        {
            app.Trust();
            app.MapGraphQL(explorer: app.MapExplorer());
            app.MapFeeds();
            app.MapPages();
            app.MapAsking();
            app.MapOpenData();
            app.MapEmbedding();
            app.MapManage();
        }
    }

    /// <summary>What serving many readers needs beside answers: measurements, limits, an end in good order.</summary>
    private static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddProxies();
        builder.Services.AddRateLimit();
        builder.Services.AddDraining();
        builder.AddRequestLimits();
    }

    /// <summary>
    /// Gets ready beside the schema, which is built meanwhile, what the start needs after it: the model of the database and the manifests. Whoever
    /// needs them waits for them, and meets whatever goes wrong.
    /// </summary>
    /// <param name="services">Those of the application.</param>
    /// <param name="withManifests">Only who imports reads manifests.</param>
    private static void WarmUp(this IServiceProvider services, bool withManifests)
    {
        _ = Task.Run(() =>
        {
            using var db = services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();
            return db.Model.GetRelationalModel();
        });
        if (withManifests)
        {
            _ = Task.Run(() => services.GetRequiredService<FeedCatalog>().Manifests);
        }
    }

    /// <summary>Section of the configuration with the limits of the engine.</summary>
    public const string Limits = "GraphQL:Limits";

    private static readonly string[] Listening = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>
    /// Where to listen if nobody says; null if somebody does. It stands in no file of settings, for that would win over <c>ASPNETCORE_URLS</c>.
    /// </summary>
    internal static string? DefaultAddress(IConfiguration configuration) =>
        Listening.Any(key => configuration.GetSection(key).Exists()) ? null : "http://localhost:5080";

    /// <summary>The connection string, the path of a SQLite file made absolute.</summary>
    internal static string ConnectionString(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("Directory") ?? "Data Source=data/directory.db";
        if (DatabaseProviders.IsPostgres(text))
        {
            return text;
        }

        var sqlite = new SqliteConnectionStringBuilder(text);
        if (sqlite.Mode != SqliteOpenMode.Memory && sqlite.DataSource.Length > 0 && !sqlite.DataSource.StartsWith(':'))
        {
            sqlite.DataSource = HostPaths.FromConfiguration(sqlite.DataSource);
        }

        return sqlite.ToString();
    }

    private static void ResolvePaths(FeedsOptions feeds)
    {
        if (feeds.Paths.Count == 0)
        {
            feeds.Paths.Add("feeds");
        }

        for (var i = 0; i < feeds.Paths.Count; i++)
        {
            feeds.Paths[i] = HostPaths.FromConfiguration(feeds.Paths[i]);
        }
    }
}
