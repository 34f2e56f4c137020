using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Http;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>What the resolvers of the tiny schema were asked, and what they are to do.</summary>
internal sealed class Backstage
{
    private int calls;

    /// <summary>Calls of resolvers so far.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Is let go when the slow resolver was told to stop.</summary>
    public SemaphoreSlim Stopped { get; } = new(0);

    /// <summary>Is let go when the slow resolver has begun.</summary>
    public SemaphoreSlim Begun { get; } = new(0);

    /// <summary>What listeners get, one channel a listener.</summary>
    public ConcurrentDictionary<Channel<int>, string> Listeners { get; } = [];

    public void Called() => Interlocked.Increment(ref calls);
}

/// <summary>Revisions that a test sets.</summary>
internal sealed class SetRevision : IRevisionSource
{
    public string? Current { get; set; } = "7";

    public ValueTask<string?> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);

    public DateTime? Turn { get; set; }

    public ValueTask<DateTime?> NextTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Turn);
}

internal sealed record Thing(string Name, Thing? Inner);

[QueryType]
internal static class TinyQuery
{
    public static string GetHello(Backstage backstage, string? name = null)
    {
        backstage.Called();
        return $"Hello {name ?? "world"}";
    }

    public static Thing GetThing(Backstage backstage)
    {
        backstage.Called();
        return new Thing("outer", new Thing("inner", null));
    }

    public static int GetCount(Backstage backstage, IReadOnlyList<IReadOnlyList<int>>? lists = null)
    {
        backstage.Called();
        return lists?.Sum(list => list.Count) ?? 0;
    }

    [Volatile]
    public static int GetTick(Backstage backstage)
    {
        backstage.Called();
        return backstage.Calls;
    }

    [Volatile(ByClock = true)]
    public static int GetTurn(Backstage backstage)
    {
        backstage.Called();
        return backstage.Calls;
    }

    public static string GetSecret() => throw new InvalidOperationException("the password is swordfish");

    public static string? GetRefused() => throw new GraphQLException("That cannot be had.", "NOT_TO_BE_HAD");

    public static string? GetImpatient() => throw new OperationCanceledException("somebody else's time is up");

    public static async Task<string> GetSlowAsync(Backstage backstage, CancellationToken cancellationToken)
    {
        backstage.Begun.Release();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "never";
        }
        finally
        {
            backstage.Stopped.Release();
        }
    }
}

[MutationType]
internal static class TinyMutation
{
    public static int Bump(Backstage backstage)
    {
        backstage.Called();
        return backstage.Calls;
    }
}

[SubscriptionType]
internal static class TinySubscription
{
    [Subscribe(With = nameof(NumbersAsync))]
    public static int GetNumber([EventMessage] int number, Backstage backstage, int factor = 1)
    {
        backstage.Called();
        return number >= 0 ? number * factor : throw new GraphQLException("A negative number.", "NEGATIVE");
    }

    [Subscribe(With = nameof(BrokenAsync))]
    public static int? GetBroken([EventMessage] int number) => number;

    public static async IAsyncEnumerable<int> NumbersAsync(
        Backstage backstage, int? start, int factor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (factor == 0)
        {
            throw new GraphQLException("The factor must not be 0.");
        }

        var channel = Channel.CreateUnbounded<int>();
        backstage.Listeners[channel] = "";
        try
        {
            if (start is { } first)
            {
                yield return first;
            }

            await foreach (var number in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return number;
            }
        }
        finally
        {
            backstage.Listeners.TryRemove(channel, out _);
        }
    }

    internal static async IAsyncEnumerable<int> BrokenAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("the password is swordfish");
    }
}
