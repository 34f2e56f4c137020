using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CenterDirectory.Api.Hosting;

/// <summary>
/// Tells listeners of new revisions. It asks for the newest, at most once a second and only while somebody listens: whoever commits
/// may be another process, which could not tell us in any other way.
/// </summary>
internal sealed class RevisionWatch(NewestRevision revisions, TimeProvider clock, ILogger<RevisionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly HashSet<Channel<int>> listeners = [];
    private readonly SemaphoreSlim arrivals = new(0);

    /// <summary>How many listen at the moment.</summary>
    public int Listening => Listeners().Length;

    /// <summary>The span of each step from the newest revision there is now to newer ones, without a gap.</summary>
    public async IAsyncEnumerable<RevisionSpan> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Only the newest number matters: who is slow takes several steps at once.
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var last = await NewestAsync(cancellationToken);
        Add(channel);
        try
        {
            await foreach (var newest in channel.Reader.ReadAllAsync(cancellationToken))
            {
                if (newest > last)
                {
                    yield return new RevisionSpan(last, newest);
                    last = newest;
                }
            }
        }
        finally
        {
            Remove(channel);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        arrivals.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await arrivals.WaitAsync(stoppingToken);
                while (Listeners() is { Length: > 0 } present)
                {
                    await TellAsync(present, stoppingToken);
                    await Task.Delay(Pause, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task TellAsync(Channel<int>[] present, CancellationToken cancellationToken)
    {
        try
        {
            var newest = await NewestAsync(cancellationToken);
            foreach (var channel in present)
            {
                channel.Writer.TryWrite(newest);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A database that is away for a moment: nothing is lost, the next question finds what this one missed.
            log.LogWarning(error, "The newest revision could not be read; listeners wait.");
        }
    }

    private async ValueTask<int> NewestAsync(CancellationToken cancellationToken) => await revisions.NumberAsync(cancellationToken) ?? 0;

    private void Add(Channel<int> channel)
    {
        lock (gate)
        {
            listeners.Add(channel);
        }

        arrivals.Release();
    }

    private void Remove(Channel<int> channel)
    {
        lock (gate)
        {
            listeners.Remove(channel);
        }
    }

    private Channel<int>[] Listeners()
    {
        lock (gate)
        {
            return [.. listeners];
        }
    }
}

/// <summary>Revisions that follow one another.</summary>
/// <param name="After">The one before the first of them.</param>
/// <param name="Newest">The last of them.</param>
internal readonly record struct RevisionSpan(int After, int Newest);
