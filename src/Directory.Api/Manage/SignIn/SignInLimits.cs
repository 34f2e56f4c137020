using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>How many wrong keys a client may try. Nobody guesses 256 bits; who tries all the same must not keep the database busy. Right keys cost nothing.</summary>
internal sealed class SignInLimits(IOptions<ManageOptions> options, TimeProvider clock)
{
    private const int MostClients = 10_000;

    private readonly ClientBuckets clients = new(MostClients, options.Value.SignInBurst, options.Value.SignInsPerMinute / 60d, clock);

    /// <summary>Takes a try.</summary>
    /// <returns>Null if there was one; else the seconds until there will be.</returns>
    public int? Take(IPAddress? address) => clients.Of(address).Take() is { } wait ? TokenBucket.SecondsOf(wait) : null;

    /// <summary>Gives a try back: the key was right.</summary>
    public void GiveBack(IPAddress? address) => clients.Of(address).GiveBack(1);
}
