using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(LibraryFixture))]

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>A library in a SQLite file of its own, and the engine over it; it is only read, so all tests share it.</summary>
public sealed class LibraryFixture : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"library-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider services;

    public LibraryFixture()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<Threshold>()
            .AddDbContext<LibraryDb>(options => Configure(options))
            // What the tests ask runs on connections with prepared statements, what this fixture asks does not.
            .AddSingleton(_ => new ReadConnections(OpenAsync))
            .BuildServiceProvider();
        using var scope = services.CreateScope();
        using var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        db.Database.EnsureCreated();
        LibraryData.Fill(db);
        db.SaveChanges();
        Books = LibraryData.ReadBooks(db);
        Engine = NewEngine(new EngineOptions());
    }

    public GraphQLEngine Engine { get; }

    /// <summary>All books with everything around them, as EF reads them.</summary>
    internal IReadOnlyList<Book> Books { get; }

    /// <summary>An engine with other limits over the same library.</summary>
    internal GraphQLEngine NewEngine(EngineOptions limits, Action<DataOptions>? configure = null) =>
        new(LibrarySchema.Build(configure), Options.Create(limits), new TestLog());

    /// <summary>A service scope, as each request has one.</summary>
    internal IServiceScope NewScope() => services.CreateScope();

    /// <summary>Asks; the answer comes with the statements that were run for it.</summary>
    internal async Task<LibraryAnswer> AskAsync(
        string query, object? variables = null, GraphQLEngine? engine = null, Action<IServiceProvider>? prepare = null)
    {
        using var scope = services.CreateScope();
        prepare?.Invoke(scope.ServiceProvider);
        var sql = RecordedSql.Start();
        var json = variables is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(variables);
        var response = await (engine ?? Engine).ExecuteAsync(
            new GraphQLRequest(query, null, json), scope.ServiceProvider, TestContext.Current.CancellationToken);
        return new LibraryAnswer((JsonObject)JsonNode.Parse(response.Body.Span)!, sql);
    }

    private async ValueTask<DbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var db = new LibraryDb(((DbContextOptionsBuilder<LibraryDb>)Configure(new DbContextOptionsBuilder<LibraryDb>())).Options);
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db;
    }

    private DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) => options
        .UseSqlite($"Data Source={file}", sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(FoldFunction.Instance);

    public void Dispose()
    {
        Engine.Dispose();
        services.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }
}

/// <summary>An answer and its statements.</summary>
internal sealed record LibraryAnswer(JsonObject Body, List<string> Sql)
{
    /// <summary>The data; the test fails with the errors if there are any.</summary>
    public JsonObject Data
    {
        get
        {
            Assert.False(Body.ContainsKey("errors"), Body.ToJsonString());
            return (JsonObject)Body["data"]!;
        }
    }

    public string? ErrorCode => (string?)Body["errors"]?[0]?["extensions"]?["code"];

    public string? ErrorMessage => (string?)Body["errors"]?[0]?["message"];

    /// <summary>Ids of the nodes of a connection, as numbers of the fixture.</summary>
    public int[] Ids(params string[] path)
    {
        JsonNode node = Data;
        foreach (var step in path)
        {
            node = node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        }

        return [.. node["nodes"]!.AsArray().Select(item => KeyOf((string)item!["id"]!))];
    }

    /// <summary>Compares the statements with the snapshot of the test, after their number.</summary>
    public void MatchSql(int count = 1, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        Assert.Equal(count, Sql.Count);
        string.Join("\n\n", Sql).MatchSnapshot("statements.sql", test, file);
    }

    public static int KeyOf(string globalId) => Types.GlobalId.TryDecode(globalId, out _, out var key) ? (int)key : -1;
}

/// <summary>Shows the exceptions behind hidden errors in the output of the test.</summary>
internal sealed class TestLog : ILogger<GraphQLEngine>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{formatter(state, exception)} {exception}");
}

/// <summary>Notes the statements of the test that runs.</summary>
internal static class RecordedSql
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    static RecordedSql() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == GraphQLTraces.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = activity => Current.Value?.Add((string)activity.GetTagItem("db.query.text")!),
    });

    public static List<string> Start() => Current.Value = [];
}

/// <summary>Gives each connection the function that folds.</summary>
internal sealed class FoldFunction : DbConnectionInterceptor
{
    public static FoldFunction Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        ((SqliteConnection)connection).CreateFunction<string?, string?>("fold", FoldedText.Fold, isDeterministic: true);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
