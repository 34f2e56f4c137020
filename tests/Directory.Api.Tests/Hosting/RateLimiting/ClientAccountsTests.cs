using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Hosting.RateLimiting;

public sealed class ClientAccountsTests
{
    private readonly SteppingClock clock = new();
    private readonly RateLimitOptions options = new() { Burst = 100, RowsPerSecond = 10, Clients = 2 };

    [Fact]
    public void What_was_spent_comes_back_with_time_and_no_more_than_that()
    {
        var account = new ClientAccount(options, clock);

        Assert.Null(account.Spend(70));
        Assert.Equal(30, account.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(2), account.Spend(50));
        Assert.Equal(30, account.Remaining);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(account.Spend(50));
        Assert.Equal(0, account.Remaining);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(100, account.Remaining);
        Assert.True(account.IsFull);
    }

    [Fact]
    public void What_is_dearer_than_an_account_holds_takes_all_of_it()
    {
        var account = new ClientAccount(options, clock);

        Assert.Null(account.Spend(1_000_000));
        Assert.Equal(0, account.Remaining);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_client_is_an_address_and_of_IPv6_a_network_of_64_bits(string one, string other, bool same) =>
        Assert.Equal(same, ClientAccounts.ClientOf(IPAddress.Parse(one)).Equals(ClientAccounts.ClientOf(IPAddress.Parse(other))));

    [Fact]
    public void Clients_beyond_the_limit_share_an_account_until_others_are_quiet()
    {
        var accounts = new ClientAccounts(Options.Create(options), clock);
        accounts.Of(IPAddress.Parse("192.0.2.1")).Spend(50);
        accounts.Of(IPAddress.Parse("192.0.2.2")).Spend(50);

        Assert.Same(accounts.Of(IPAddress.Parse("192.0.2.3")), accounts.Of(IPAddress.Parse("192.0.2.4")));
        Assert.Equal(2, accounts.Count);

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotSame(accounts.Of(IPAddress.Parse("192.0.2.3")), accounts.Of(IPAddress.Parse("192.0.2.4")));
    }
}
