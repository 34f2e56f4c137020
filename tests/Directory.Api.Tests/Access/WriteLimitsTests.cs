using CenterDirectory.Api.Access;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>How much may be written with one key.</summary>
public sealed class WriteLimitsTests
{
    private readonly SetClock clock = new();
    private readonly WriteLimits limits;

    public WriteLimitsTests() => limits = new WriteLimits(Options.Create(new AccessOptions { WriteBurst = 10, WritesPerMinute = 30 }), clock);

    [Fact]
    public void A_bucket_empties_and_fills_again()
    {
        Assert.Null(limits.Take(1, 10));
        Assert.Equal(2, limits.Take(1, 1));
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.Null(limits.Take(1, 1));
        Assert.Equal(2, limits.Take(1, 1));

        clock.Now += TimeSpan.FromHours(1);
        Assert.Null(limits.Take(1, 10));
        Assert.NotNull(limits.Take(1, 1));
    }

    [Fact]
    public void Each_key_has_its_own()
    {
        Assert.Null(limits.Take(1, 10));
        Assert.Null(limits.Take(2, 10));
    }

    [Fact]
    public void What_is_refused_costs_nothing()
    {
        Assert.Null(limits.Take(1, 8));
        Assert.Equal(2, limits.Take(1, 3));
        Assert.Null(limits.Take(1, 2));
    }

    [Fact]
    public void A_batch_that_is_larger_than_the_bucket_waits_for_a_full_one()
    {
        Assert.Null(limits.Take(1, 1_000));
        Assert.Equal(20, limits.Take(1, 1_000));
    }

    [Fact]
    public void A_clock_that_is_set_back_takes_nothing_away()
    {
        Assert.Null(limits.Take(1, 5));
        clock.Now -= TimeSpan.FromDays(1);
        Assert.Null(limits.Take(1, 5));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DirectoryServer.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
