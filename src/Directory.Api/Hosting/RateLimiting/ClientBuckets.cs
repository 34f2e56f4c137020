using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>A bucket for each client, in a bounded part of the memory; addresses are written nowhere.</summary>
/// <param name="most">Clients that are told apart; further ones share one bucket.</param>
/// <param name="capacity">What a bucket holds.</param>
/// <param name="perSecond">What comes back.</param>
/// <param name="clock">The time.</param>
internal sealed class ClientBuckets(int most, int capacity, double perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, TokenBucket> buckets = [];
    private readonly TokenBucket shared = new(capacity, perSecond, clock);
    private readonly Lock gate = new();
    private DateTimeOffset swept = clock.GetUtcNow();

    /// <summary>How many clients are told apart at the moment.</summary>
    public int Count => buckets.Count;

    /// <summary>The bucket of a client.</summary>
    /// <param name="address">Who it is; null if nobody knows, as where the address is that of a socket of the machine.</param>
    public TokenBucket Of(IPAddress? address)
    {
        if (address is null)
        {
            return shared;
        }

        var client = ClientOf(address);
        if (buckets.TryGetValue(client, out var known))
        {
            return known;
        }

        ForgetIdle();
        return buckets.Count >= most ? shared : buckets.GetOrAdd(client, _ => new TokenBucket(capacity, perSecond, clock));
    }

    /// <summary>
    /// Who counts as one client: an IPv4 address; of IPv6 the network of 64 bits, for a household or a server is given that many and may
    /// take another address with each request.
    /// </summary>
    internal static IPAddress ClientOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>A full bucket says no more than none. Not at each new client: whoever makes up many must not have all of them looked through each time.</summary>
    private void ForgetIdle()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // A clock that was set back must not put it off.
            if (now >= swept && now - swept < Sweep)
            {
                return;
            }

            swept = now;
        }

        foreach (var (client, bucket) in buckets)
        {
            if (bucket.IsFull)
            {
                buckets.TryRemove(client, out _);
            }
        }
    }
}
