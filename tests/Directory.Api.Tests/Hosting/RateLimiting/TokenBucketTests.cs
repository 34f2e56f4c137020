using CenterDirectory.Api.Hosting.RateLimiting;

namespace CenterDirectory.Api.Tests.Hosting.RateLimiting;

/// <summary>What is taken comes back with time.</summary>
public sealed class TokenBucketTests
{
    private readonly SteppingClock clock = new();
    private readonly TokenBucket bucket;

    public TokenBucketTests() => bucket = new TokenBucket(100, 10, clock);

    [Fact]
    public void What_was_taken_comes_back_with_time_and_no_more_than_that()
    {
        Assert.Null(bucket.Take(70));
        Assert.Equal(30, bucket.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(2), bucket.Take(50));
        Assert.Equal(30, bucket.Remaining);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(bucket.Take(50));
        Assert.Equal(0, bucket.Remaining);
        Assert.False(bucket.IsFull);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(100, bucket.Remaining);
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void What_is_dearer_than_a_bucket_holds_takes_all_of_it()
    {
        Assert.Null(bucket.Take(1_000_000));
        Assert.Equal(0, bucket.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(10), bucket.Take(1_000_000));
    }

    [Fact]
    public void What_is_given_back_never_fills_it_beyond_the_brim()
    {
        bucket.Take(2);
        bucket.GiveBack(1);
        Assert.Equal(99, bucket.Remaining);
        bucket.GiveBack(5);
        Assert.Equal(100, bucket.Remaining);
    }

    [Fact]
    public void A_clock_that_is_set_back_takes_nothing_away_and_goes_on_from_there()
    {
        bucket.Take(50);
        clock.Advance(TimeSpan.FromDays(-1));
        Assert.Equal(50, bucket.Remaining);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(60, bucket.Remaining);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(1, 1)]
    [InlineData(1.001, 2)]
    [InlineData(12, 12)]
    public void A_client_is_told_whole_seconds_and_at_least_one(double wait, int told) => Assert.Equal(told, TokenBucket.SecondsOf(TimeSpan.FromSeconds(wait)));

    /// <summary>Tenths and thirds are no binary fractions: what they add up to is a trace less than a token.</summary>
    [Theory]
    [InlineData(10, 5 / 60d)]
    [InlineData(10, 10 / 86_400d)]
    [InlineData(3, 1 / 3d)]
    [InlineData(7, 7 / 60d)]
    [InlineData(1_000_000_000, 999_999_999d)]
    public void Whoever_waits_as_long_as_was_asked_is_let_in(int capacity, double perSecond)
    {
        var other = new TokenBucket(capacity, perSecond, clock);
        Assert.Null(other.Take(capacity));
        for (var time = 0; time < 1_000; time++)
        {
            clock.Advance(TimeSpan.FromSeconds(TokenBucket.SecondsOf(other.Take()!.Value)));
            Assert.Null(other.Take());
            other.Take(other.Remaining);
        }
    }

    [Fact]
    public void Takers_at_the_same_time_never_get_more_than_there_was()
    {
        var taken = 0;

        Parallel.For(0, 1_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            if (bucket.Take() is null)
            {
                Interlocked.Increment(ref taken);
            }
        });

        Assert.Equal(100, taken);
    }
}
