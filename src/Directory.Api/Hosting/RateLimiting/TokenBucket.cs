namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>
/// What may still be spent: full at first, and filled again bit by bit. Nothing runs in the background; it is filled up when it is looked at. In the
/// memory of one process: with N processes there is N times as much, and a restart forgives.
/// </summary>
// The limiters of System.Threading.RateLimiting read the time from Stopwatch and take no TimeProvider: with them hours would pass in tests.
internal sealed class TokenBucket(int capacity, double perSecond, TimeProvider clock)
{
    /// <summary>What adding up fractions may lose: who waited as long as was asked is not sent away for it.</summary>
    private const double Dust = 1e-6;

    private readonly Lock gate = new();
    private double tokens = capacity;
    private DateTimeOffset filledAt = clock.GetUtcNow();

    /// <summary>Whether nothing was taken lately: then it says no more than a new one.</summary>
    public bool IsFull => Remaining == capacity;

    /// <summary>Whole tokens that are there now.</summary>
    public int Remaining
    {
        get
        {
            lock (gate)
            {
                Fill();
                return (int)(tokens + Dust);
            }
        }
    }

    /// <summary>Takes tokens, or none of them if they are too few.</summary>
    /// <param name="wanted">How many; more than the bucket holds would never be there, and take all of it.</param>
    /// <returns>Null if they were there; else how long it takes until they are.</returns>
    public TimeSpan? Take(long wanted = 1)
    {
        var cost = Math.Min(wanted, capacity);
        lock (gate)
        {
            Fill();
            if (tokens + Dust < cost)
            {
                return TimeSpan.FromSeconds((cost - tokens) / perSecond);
            }

            tokens = Math.Max(0, tokens - cost);
            return null;
        }
    }

    /// <summary>Gives tokens back.</summary>
    public void GiveBack(int taken)
    {
        lock (gate)
        {
            tokens = Math.Min(capacity, tokens + taken);
        }
    }

    /// <summary>What a client is told: whole seconds, at least one.</summary>
    public static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    private void Fill()
    {
        var now = clock.GetUtcNow();
        // A clock that was set back must not empty a bucket.
        var passed = Math.Max(0, (now - filledAt).TotalSeconds);
        tokens = Math.Min(capacity, tokens + (passed * perSecond));
        filledAt = now;
    }
}
