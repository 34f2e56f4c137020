using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;

namespace CenterDirectory.Api.Tests.Hosting.RateLimiting;

/// <summary>Each client has a bucket, and all of them together have bounds.</summary>
public sealed class ClientBucketsTests
{
    private readonly SteppingClock clock = new();
    private readonly ClientBuckets buckets;

    public ClientBucketsTests() => buckets = new ClientBuckets(most: 2, capacity: 100, perSecond: 10, clock);

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_client_is_an_address_and_of_IPv6_a_network_of_64_bits(string one, string other, bool same)
    {
        Assert.Equal(same, ClientBuckets.ClientOf(IPAddress.Parse(one)).Equals(ClientBuckets.ClientOf(IPAddress.Parse(other))));
        Assert.Equal(same, ReferenceEquals(buckets.Of(IPAddress.Parse(one)), buckets.Of(IPAddress.Parse(other))));
    }

    [Fact]
    public void Clients_beyond_the_limit_share_a_bucket_until_others_are_quiet()
    {
        Of(1).Take(50);
        Of(2).Take(50);

        Assert.Same(Of(3), Of(4));
        Assert.Equal(2, buckets.Count);

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotSame(Of(3), Of(4));
        Assert.Equal(2, buckets.Count);
    }

    [Fact]
    public void Whoever_has_spent_something_is_not_forgotten_for_those_who_come_after()
    {
        Of(1).Take(100);
        Of(2).Take(10);
        clock.Advance(TimeSpan.FromMinutes(2));
        Of(2).Take(100);

        Of(3).Take(1);

        Assert.Equal(2, buckets.Count);
        Assert.Equal(0, Of(2).Remaining);
        Assert.Equal(99, Of(3).Remaining);
    }

    [Fact]
    public void Those_whom_nobody_can_tell_apart_share_a_bucket_and_are_not_counted()
    {
        Assert.Same(buckets.Of(null), buckets.Of(null));
        Assert.NotSame(buckets.Of(null), Of(1));
        Assert.Equal(1, buckets.Count);
    }

    [Fact]
    public void Quiet_ones_are_looked_for_once_a_minute_even_after_the_clock_was_set_back()
    {
        Of(1).Take(1);
        Of(2).Take(1);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(Of(3), Of(4));

        clock.Advance(TimeSpan.FromDays(-1));
        Assert.Same(Of(3), Of(4));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotSame(Of(3), Of(4));
    }

    [Fact]
    public void Many_clients_at_once_stay_within_a_few_of_the_limit()
    {
        var many = new ClientBuckets(most: 100, capacity: 1, perSecond: 0.001, clock);

        Parallel.For(0, 5_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number => many.Of(new IPAddress(number + 1)).Take());

        Assert.InRange(many.Count, 100, 108);
    }

    private TokenBucket Of(int number) => buckets.Of(IPAddress.Parse($"192.0.2.{number}"));
}
