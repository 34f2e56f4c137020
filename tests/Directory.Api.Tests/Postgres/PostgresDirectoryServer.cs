namespace CenterDirectory.Api.Tests.Postgres;

/// <summary>The shared server on PostgreSQL, started by the first test that asks for it; without a server of databases all those are skipped.</summary>
public sealed class PostgresDirectoryServer : IAsyncDisposable
{
    private readonly Lazy<Task<DirectoryServer>> started = new(DirectoryServer.StartOnPostgresAsync);

    /// <summary>The server.</summary>
    public DirectoryServer Started => started.Value.GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await started.Value).DisposeAsync();
        }
    }
}
