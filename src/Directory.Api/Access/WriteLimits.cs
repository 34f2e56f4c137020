using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Access;

/// <summary>
/// How much a key may write: a bucket of tokens for each, which fills by the minute. In the memory of one process, and only for keys that exist; a
/// restart forgives.
/// </summary>
internal sealed class WriteLimits(IOptions<AccessOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, Bucket> buckets = new();
    private readonly int capacity = options.Value.WriteBurst;
    private readonly double perSecond = options.Value.WritesPerMinute / 60d;

    /// <summary>Takes tokens for writes.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="writes">How many; more than the bucket holds take all of it.</param>
    /// <returns>Null if they were there; else the seconds until they will be, at least one.</returns>
    public int? Take(long keyId, int writes)
    {
        var now = clock.GetUtcNow();
        var wanted = Math.Min(writes, capacity);
        var bucket = buckets.GetOrAdd(keyId, static (_, fresh) => new Bucket { Tokens = fresh.capacity, FilledAt = fresh.now }, (capacity, now));
        lock (bucket)
        {
            // A clock that was set back must not empty a bucket.
            var passed = Math.Max(0, (now - bucket.FilledAt).TotalSeconds);
            bucket.Tokens = Math.Min(capacity, bucket.Tokens + (passed * perSecond));
            bucket.FilledAt = now;
            if (bucket.Tokens < wanted)
            {
                return Math.Max(1, (int)Math.Ceiling((wanted - bucket.Tokens) / perSecond));
            }

            bucket.Tokens -= wanted;
            return null;
        }
    }

    private sealed class Bucket
    {
        public double Tokens { get; set; }

        public DateTimeOffset FilledAt { get; set; }
    }
}
