using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>How many requests for support one client may send: a bucket of tokens for each, which fills over a day.</summary>
internal sealed class AskLimits(IOptions<RequestsOptions> options, TimeProvider clock)
{
    private readonly ClientBuckets clients = new(
        options.Value.Clients, options.Value.PerClientAndDay, options.Value.PerClientAndDay / TimeSpan.FromDays(1).TotalSeconds, clock);

    /// <summary>Takes one request off.</summary>
    /// <param name="client">Who asks; null if nobody knows.</param>
    /// <returns>Null if it was there; else the seconds until it will be.</returns>
    public int? Take(IPAddress? client) => clients.Of(client).Take() is { } wait ? TokenBucket.SecondsOf(wait) : null;
}
