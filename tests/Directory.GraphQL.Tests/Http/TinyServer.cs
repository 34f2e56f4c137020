using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Http;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>The tiny schema behind a real server on a free port of this machine.</summary>
internal sealed class TinyServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TinyServer(WebApplication app) => this.app = app;

    public HttpClient Client { get; } = new();

    public Backstage Backstage => app.Services.GetRequiredService<Backstage>();

    public SetRevision Revision => (SetRevision)app.Services.GetRequiredService<IRevisionSource>();

    public PersistedDocuments Documents => app.Services.GetRequiredService<PersistedDocuments>();

    public LogMemory Log => app.Services.GetRequiredService<LogMemory>();

    /// <summary>Starts it.</summary>
    /// <param name="limits">Settings, <c>Name=value</c>.</param>
    public static async Task<TinyServer> StartAsync(params string[] limits)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(limits.Select(limit => limit.Split('=')).ToDictionary(pair => "Limits:" + pair[0], pair => (string?)pair[1]));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<LogMemory>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<LogMemory>());
        builder.Services.AddSingleton<Backstage>();
        builder.Services.AddSingleton<IRevisionSource, SetRevision>();
        builder.Services.AddGraphQL(builder.Configuration.GetSection("Limits"), _ => Schema());
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGraphQL();
        await app.StartAsync();
        var server = new TinyServer(app);
        server.Client.BaseAddress = new Uri(app.Urls.Single());
        return server;
    }

    public static Schema Schema() =>
        new SchemaBuilder().AddType(typeof(TinyQuery)).AddType(typeof(TinyMutation)).AddType(typeof(TinySubscription)).Build();

    /// <summary>Sends a document by POST.</summary>
    public Task<Reply> PostAsync(string query, object? variables = null, string? accept = null, params (string Name, string Value)[] headers) =>
        PostBodyAsync(JsonSerializer.Serialize(new { query, variables }), accept: accept, headers: headers);

    /// <summary>Sends a body as it is.</summary>
    public Task<Reply> PostBodyAsync(
        string body, string? contentType = "application/json", string? accept = null, params (string Name, string Value)[] headers) =>
        PostBodyAsync(Encoding.UTF8.GetBytes(body), contentType, accept, headers);

    /// <summary>Sends a body as it is.</summary>
    public Task<Reply> PostBodyAsync(
        byte[] body, string? contentType = "application/json", string? accept = null, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept, headers);
    }

    /// <summary>Asks by GET; the parameters are escaped here.</summary>
    public Task<Reply> GetAsync(string query, string? accept = null, params (string Name, string Value)[] headers) =>
        GetAsync([("query", query)], accept, headers);

    /// <summary>Asks by GET; the parameters are escaped here.</summary>
    public Task<Reply> GetAsync((string Name, string Value)[] parameters, string? accept = null, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, AddressOf(parameters)), accept, headers);

    public static string AddressOf(params (string Name, string Value)[] parameters) =>
        "/graphql?" + string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Sends a request and reads the answer.</summary>
    public async Task<Reply> SendAsync(HttpRequestMessage request, string? accept = null, params (string Name, string Value)[] headers)
    {
        using (request)
        {
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }

            foreach (var (name, value) in headers)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value));
            }

            var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Reply(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Stops serving, as at the end of the process.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>An answer of the server.</summary>
internal sealed record Reply(HttpResponseMessage Response, string Body)
{
    public int Status => (int)Response.StatusCode;

    public string? ContentType => Response.Content.Headers.ContentType?.ToString();

    public string? CacheControl => Response.Headers.CacheControl?.ToString();

    public string? ETag => Response.Headers.ETag?.ToString();

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Error => Json.GetProperty("errors").EnumerateArray().Single();

    public string Code => Error.GetProperty("extensions").GetProperty("code").GetString()!;

    /// <summary>The refusal in short, <c>limit actual/maximum</c>.</summary>
    public string Limit
    {
        get
        {
            Assert.Equal("LIMIT_EXCEEDED", Code);
            Assert.False(Json.TryGetProperty("data", out _));
            var extensions = Error.GetProperty("extensions");
            return $"{extensions.GetProperty("limit")} {extensions.GetProperty("actual")}/{extensions.GetProperty("maximum")}";
        }
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class LogMemory : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<(LogLevel Level, string Text, Exception? Exception)> entries = [];

    public IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)> Entries
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (gate)
            {
                entries.Add((logLevel, formatter(state, exception), exception));
            }
        }
    }

    public void Dispose()
    {
    }
}
