using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Operations;

/// <summary>A filter that stays within every limit and would still run for hours: its statement stops with the request.</summary>
public sealed class RunawayTests : IAsyncLifetime
{
    private const int Entries = 60;

    private const string Runaway = """
        { centers(where: {events: {some: {centers: {some: {events: {some: {centers: {some: {slug: {eq: "nowhere"}}}}}}}}}}) { COUNT } }
        """;

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly ServiceProvider services;

    private string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "directory.db")}";

    public RunawayTests() => services = new ServiceCollection()
        .AddLogging()
        .AddDirectoryData(ConnectionString)
        .AddReading(ConnectionString, new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    /// <summary>Every center takes part in every event.</summary>
    public async ValueTask InitializeAsync()
    {
        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var centers = Enumerable.Range(0, Entries).Select(n => new Center { Slug = $"center-{n}", DisplayName = $"Центр {n}" }).ToList();
        var events = Enumerable.Range(0, Entries).Select(n => new Event { Slug = $"event-{n}", Title = $"Событие {n}", DisplayName = $"Событие {n}" }).ToList();
        db.AddRange(centers.SelectMany(center => events.Select(item => new EventParticipant { Center = center, Event = item })));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("nodes { id }")]
    [InlineData("totalCount")]
    public async Task Ends_with_the_time_of_the_request(string selection)
    {
        using var engine = NewEngine(timeoutSeconds: 1);

        var response = await ExecuteAsync(engine, Runaway.Replace("COUNT", selection), TestContext.Current.CancellationToken);

        Assert.Equal("TIMEOUT", Assert.Single(response.Errors).Code);
        var next = await ExecuteAsync(engine, "{ centers(first: 1) { totalCount nodes { id } } }", TestContext.Current.CancellationToken);
        Assert.Empty(next.Errors);
    }

    [Fact]
    public async Task Ends_when_the_client_has_gone()
    {
        using var engine = NewEngine(timeoutSeconds: 60);
        using var client = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        client.CancelAfter(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ExecuteAsync(engine, Runaway.Replace("COUNT", "nodes { id }"), client.Token));
    }

    private static GraphQLEngine NewEngine(int timeoutSeconds) =>
        new(DirectorySchema.Build(), Options.Create(new EngineOptions { TimeoutSeconds = timeoutSeconds }), NullLogger<GraphQLEngine>.Instance);

    /// <summary>The client of SQLite works on the calling thread, as it does on a thread of the server.</summary>
    private async Task<GraphQLResponse> ExecuteAsync(GraphQLEngine engine, string query, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await Task.Run(() => engine.ExecuteAsync(new GraphQLRequest(query), scope.ServiceProvider, cancellationToken), CancellationToken.None);
    }
}
