using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Fetching;

public sealed class HostTurnsTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly SettableClock clock = new();

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_with_a_pause_in_between()
    {
        var hosts = new HostTurns(clock);
        var first = await EnterAsync(hosts, "example.org");
        var second = EnterAsync(hosts, "EXAMPLE.org").AsTask();
        Assert.False(second.IsCompleted);

        first.Dispose();
        await WaitingAsync(1);
        Assert.False(second.IsCompleted);
        clock.Advance(Interval);

        (await second).Dispose();
    }

    [Fact]
    public async Task Other_hosts_are_not_kept_waiting()
    {
        var hosts = new HostTurns(clock);
        using var first = await EnterAsync(hosts, "example.org");

        using var other = await EnterAsync(hosts, "example.net");
    }

    [Fact]
    public async Task Who_comes_late_enough_does_not_wait()
    {
        var hosts = new HostTurns(clock);
        (await EnterAsync(hosts, "example.org")).Dispose();
        clock.Advance(Interval);

        (await EnterAsync(hosts, "example.org")).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_lets_the_next_one_in()
    {
        var hosts = new HostTurns(clock);
        (await EnterAsync(hosts, "example.org")).Dispose();
        using var impatient = new CancellationTokenSource();
        var waiting = hosts.EnterAsync("example.org", Interval, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        clock.Advance(Interval);

        (await EnterAsync(hosts, "example.org")).Dispose();
    }

    private static ValueTask<IDisposable> EnterAsync(HostTurns hosts, string host) => hosts.EnterAsync(host, Interval, TestContext.Current.CancellationToken);

    private async Task WaitingAsync(int count)
    {
        while (clock.Waiting < count)
        {
            await Task.Yield();
        }
    }
}
