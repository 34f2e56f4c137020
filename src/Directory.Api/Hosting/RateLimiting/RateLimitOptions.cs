using System.ComponentModel.DataAnnotations;
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
        Networks.FlawOf("RateLimit:Exempt", options.Exempt) is { } flaw ? ValidateOptionsResult.Fail(flaw) : ValidateOptionsResult.Success;
}
