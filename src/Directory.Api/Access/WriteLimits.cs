using System.Collections.Concurrent;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Access;

/// <summary>How much a key may write: a bucket of tokens for each, and only for keys that exist.</summary>
internal sealed class WriteLimits(IOptions<AccessOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, TokenBucket> buckets = [];

    /// <summary>Takes tokens for writes.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="writes">How many; more than the bucket holds take all of it.</param>
    /// <returns>Null if they were there; else the seconds until they will be, at least one.</returns>
    public int? Take(long keyId, int writes) =>
        buckets.GetOrAdd(keyId, _ => new TokenBucket(options.Value.WriteBurst, options.Value.WritesPerMinute / 60d, clock)).Take(writes) is { } wait
            ? TokenBucket.SecondsOf(wait)
            : null;
}
