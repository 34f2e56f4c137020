using System.Collections.Concurrent;
using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// How many requests for support one client may send: a bucket of tokens for each, which fills over a day. In the memory of one process, and in a
/// bounded part of it; addresses are written nowhere.
/// </summary>
internal sealed class AskLimits(IOptions<RequestsOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<IPAddress, Bucket> buckets = [];
    private readonly Bucket shared = new(options.Value.PerClientAndDay);
    private readonly double perSecond = options.Value.PerClientAndDay / TimeSpan.FromDays(1).TotalSeconds;

    /// <summary>How many clients are told apart at the moment.</summary>
    public int Count => buckets.Count;

    /// <summary>Takes one request off.</summary>
    /// <param name="client">Who asks; null if nobody knows, as where the address is that of a socket of the machine.</param>
    /// <returns>Null if it was there; else the seconds until it will be.</returns>
    public int? Take(IPAddress? client)
    {
        var now = clock.GetUtcNow();
        var bucket = client is null ? shared : BucketOf(ClientAccounts.ClientOf(client), now);
        lock (bucket)
        {
            bucket.Fill(now, perSecond, options.Value.PerClientAndDay);
            if (bucket.Tokens < 1)
            {
                return Math.Max(1, (int)Math.Ceiling((1 - bucket.Tokens) / perSecond));
            }

            bucket.Tokens--;
            return null;
        }
    }

    private Bucket BucketOf(IPAddress client, DateTimeOffset now)
    {
        if (buckets.TryGetValue(client, out var known))
        {
            return known;
        }

        if (buckets.Count >= options.Value.Clients)
        {
            Forget(now);
        }

        return buckets.Count >= options.Value.Clients ? shared : buckets.GetOrAdd(client, _ => new Bucket(options.Value.PerClientAndDay));
    }

    /// <summary>A full bucket says no more than none.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (client, bucket) in buckets)
        {
            lock (bucket)
            {
                bucket.Fill(now, perSecond, options.Value.PerClientAndDay);
                if (bucket.Tokens >= options.Value.PerClientAndDay)
                {
                    buckets.TryRemove(client, out _);
                }
            }
        }
    }

    private sealed class Bucket(int tokens)
    {
        private DateTimeOffset? filledAt;

        public double Tokens { get; set; } = tokens;

        public void Fill(DateTimeOffset now, double perSecond, int capacity)
        {
            // A clock that was set back must not empty a bucket.
            var passed = filledAt is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0;
            Tokens = Math.Min(capacity, Tokens + (passed * perSecond));
            filledAt = now;
        }
    }
}
