using CenterDirectory.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CenterDirectory.Testing;

/// <summary>A database of a test's own on the server of the test run, gone after the test.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string server;
    private readonly string name;

    private PostgresDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => $"{server};Database={name};Maximum Pool Size=20;Include Error Detail=true";

    /// <summary>An empty one; skips the calling test if there is no server.</summary>
    public static async Task<PostgresDatabase> CreateAsync()
    {
        var database = new PostgresDatabase(await PostgresServer.RequireAsync(), NewName());
        await PostgresServer.ExecuteAsync(database.server, $"CREATE DATABASE {database.name} TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        return database;
    }

    /// <summary>A migrated one: the copy of a template that this test run makes once.</summary>
    public static async Task<PostgresDatabase> CreateMigratedAsync()
    {
        var server = await PostgresServer.RequireAsync();
        var database = new PostgresDatabase(server, NewName());
        await PostgresServer.ExecuteAsync(server, $"CREATE DATABASE {database.name} TEMPLATE {await Template.Value}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await PostgresServer.ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static string NewName() => $"test_{Guid.NewGuid():n}";

    private static async Task<string> MakeTemplateAsync()
    {
        var template = await CreateAsync();
        await using (var services = new ServiceCollection().AddLogging().AddDirectoryData(template.ConnectionString + ";Pooling=false").BuildServiceProvider())
        {
            await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(CancellationToken.None);
        }

        if (PostgresServer.IsNamed)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                PostgresServer.ExecuteAsync(template.server, $"DROP DATABASE IF EXISTS {template.name} WITH (FORCE)").Wait(TimeSpan.FromSeconds(5));
        }

        return template.name;
    }
}
