using System.Collections.Concurrent;
using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>How many wrong keys a client may try. Nobody guesses 256 bits; who tries all the same must not keep the database busy. Right keys cost nothing.</summary>
internal sealed class SignInLimits(IOptions<ManageOptions> options, TimeProvider clock)
{
    private const int MostClients = 10_000;

    private readonly ConcurrentDictionary<IPAddress, Account> accounts = [];
    private readonly Account shared = new();
    private readonly int burst = options.Value.SignInBurst;
    private readonly double perSecond = options.Value.SignInsPerMinute / 60d;

    /// <summary>Takes a try.</summary>
    /// <returns>Null if there was one; else the seconds until there will be.</returns>
    public int? Take(IPAddress? address)
    {
        var account = Of(address);
        lock (account)
        {
            Fill(account);
            if (account.Spent + 1 > burst)
            {
                return Math.Max(1, (int)Math.Ceiling((account.Spent + 1 - burst) / perSecond));
            }

            account.Spent++;
            return null;
        }
    }

    /// <summary>Gives a try back: the key was right.</summary>
    public void GiveBack(IPAddress? address)
    {
        var account = Of(address);
        lock (account)
        {
            account.Spent = Math.Max(0, account.Spent - 1);
        }
    }

    private Account Of(IPAddress? address)
    {
        var client = ClientAccounts.ClientOf(address ?? IPAddress.None);
        if (accounts.TryGetValue(client, out var known))
        {
            return known;
        }

        if (accounts.Count >= MostClients)
        {
            ForgetIdle();
        }

        return accounts.Count >= MostClients ? shared : accounts.GetOrAdd(client, _ => new Account { AsOf = clock.GetUtcNow() });
    }

    private void ForgetIdle()
    {
        foreach (var (client, account) in accounts)
        {
            lock (account)
            {
                Fill(account);
                if (account.Spent == 0)
                {
                    accounts.TryRemove(client, out _);
                }
            }
        }
    }

    private void Fill(Account account)
    {
        var now = clock.GetUtcNow();
        account.Spent = Math.Max(0, account.Spent - (Math.Max(0, (now - account.AsOf).TotalSeconds) * perSecond));
        account.AsOf = now;
    }

    private sealed class Account
    {
        public double Spent { get; set; }

        public DateTimeOffset AsOf { get; set; }
    }
}
