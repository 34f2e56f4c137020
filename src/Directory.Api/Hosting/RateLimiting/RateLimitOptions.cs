using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>How much one client may read: section <c>RateLimit</c> of the configuration. The unit is the row, for that is what costs.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "RateLimit";

    /// <summary>Whether clients are limited at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Rows that a client who has been quiet may read at once.</summary>
    [Range(1, 1_000_000_000)]
    public int Burst { get; set; } = 50_000;

    /// <summary>Rows a second that a client may read for ever.</summary>
    [Range(1, 1_000_000_000)]
    public int RowsPerSecond { get; set; } = 1_000;

    /// <summary>What each request costs beside the rows that a GraphQL request may read.</summary>
    [Range(0, 1_000_000)]
    public int RequestRows { get; set; } = 10;

    /// <summary>Clients that are told apart; further ones share one account.</summary>
    [Range(1, 10_000_000)]
    public int Clients { get; set; } = 100_000;

    /// <summary>Networks whose clients are not limited, <c>10.0.0.0/8</c>; without any it is the machine itself.</summary>
    public IList<string> Exempt { get; } = [];
}

/// <summary>Networks must be networks.</summary>
internal sealed class RateLimitOptionsValidation : IValidateOptions<RateLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitOptions options) =>
        options.Exempt.FirstOrDefault(text => !Networks.TryParse(text, out _)) is { } wrong
            ? ValidateOptionsResult.Fail($"RateLimit:Exempt has '{wrong}', which is no network: write 10.0.0.0/8, or an address alone.")
            : ValidateOptionsResult.Success;
}

/// <summary>Networks in settings.</summary>
internal static class Networks
{
    /// <summary>The addresses of the machine itself.</summary>
    public static readonly IReadOnlyList<IPNetwork> Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Reads <c>10.0.0.0/8</c>, or an address, which is a network of its own.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
        {
            return true;
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        network = new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }

    /// <summary>Reads several that were checked before.</summary>
    public static IReadOnlyList<IPNetwork> Parse(IEnumerable<string> texts) =>
        [.. texts.Select(text => TryParse(text, out var network) ? network : throw new FormatException($"'{text}' is no network."))];
}
