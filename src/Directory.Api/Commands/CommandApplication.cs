namespace CenterDirectory.Api.Commands;

/// <summary>The application of a command.</summary>
/// <param name="host">Its host, which is never started: it is there for what it has put together.</param>
internal sealed class CommandApplication(IHost host) : IAsyncDisposable
{
    /// <summary>Its services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Its settings.</summary>
    public IConfiguration Configuration => Services.GetRequiredService<IConfiguration>();

    /// <summary>The interface knows only of the way that cannot wait; what the generic builder makes can.</summary>
    public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();
}
