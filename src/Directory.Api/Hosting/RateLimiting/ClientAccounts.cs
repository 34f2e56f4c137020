using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>The accounts of the clients: how many rows each may still read (token buckets). Nothing runs in the background; an account is filled up when it is looked at.</summary>
internal sealed class ClientAccounts(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, ClientAccount> accounts = [];
    private readonly ClientAccount shared = new(options.Value, clock);
    private readonly Lock gate = new();
    private long swept = clock.GetTimestamp();

    /// <summary>How many clients are told apart at the moment.</summary>
    public int Count => accounts.Count;

    /// <summary>The account of a client.</summary>
    public ClientAccount Of(IPAddress address)
    {
        var client = ClientOf(address);
        if (accounts.TryGetValue(client, out var known))
        {
            return known;
        }

        ForgetIdle();
        return accounts.Count >= options.Value.Clients ? shared : accounts.GetOrAdd(client, _ => new ClientAccount(options.Value, clock));
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

    /// <summary>A full account says no more than none.</summary>
    private void ForgetIdle()
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(swept) < Sweep)
            {
                return;
            }

            swept = clock.GetTimestamp();
        }

        foreach (var (client, account) in accounts)
        {
            if (account.IsFull)
            {
                accounts.TryRemove(client, out _);
            }
        }
    }
}

/// <summary>What one client may still read.</summary>
internal sealed class ClientAccount(RateLimitOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double rows = options.Burst;
    private long asOf = clock.GetTimestamp();

    /// <summary>Whether nothing was read lately.</summary>
    public bool IsFull => Remaining >= options.Burst;

    /// <summary>Rows that may be read now.</summary>
    public int Remaining
    {
        get
        {
            lock (gate)
            {
                Fill();
                return (int)rows;
            }
        }
    }

    /// <summary>Takes rows off.</summary>
    /// <returns>Null if they were there; else how long it takes until they are.</returns>
    public TimeSpan? Spend(long wanted)
    {
        // What is more than an account holds would never be allowed.
        var cost = Math.Min(wanted, options.Burst);
        lock (gate)
        {
            Fill();
            if (rows < cost)
            {
                return TimeSpan.FromSeconds((cost - rows) / options.RowsPerSecond);
            }

            rows -= cost;
            return null;
        }
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        rows = Math.Min(options.Burst, rows + (clock.GetElapsedTime(asOf, now).TotalSeconds * options.RowsPerSecond));
        asOf = now;
    }
}
