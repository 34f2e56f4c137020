using System.Collections.Concurrent;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Lets this process ask each host one thing at a time, with a pause in between.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for its turn; disposing it lets the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(string name, TimeSpan interval, CancellationToken cancellationToken)
    {
        var host = hosts.GetOrAdd(name, _ => new Host(clock));
        await host.One.WaitAsync(cancellationToken);
        try
        {
            if (host.Left is { } left && interval - clock.GetElapsedTime(left) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, clock, cancellationToken);
            }

            return host;
        }
        catch
        {
            host.One.Release();
            throw;
        }
    }

    /// <summary>Lives as long as the process: hosts are as few as sources.</summary>
    private sealed class Host(TimeProvider clock) : IDisposable
    {
        public SemaphoreSlim One { get; } = new(1, 1);

        public long? Left { get; private set; }

        public void Dispose()
        {
            Left = clock.GetTimestamp();
            One.Release();
        }
    }
}
