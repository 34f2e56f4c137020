using System.Diagnostics.Metrics;

namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>How often clients are told to wait.</summary>
internal static class RateLimitMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CenterDirectory.RateLimit";

    private static readonly Counter<long> Refusals =
        new Meter(MeterName).CreateCounter<long>("ratelimit.refusals", "{request}", "Requests of clients that had read too much.");

    /// <summary>A request was refused.</summary>
    /// <param name="kind"><c>graphql</c>, or <c>page</c> for everything else.</param>
    public static void Refused(string kind) => Refusals.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
