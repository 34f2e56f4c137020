using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Settings of the directory as a site, section <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Site";

    /// <summary>
    /// Scheme and host that readers know, <c>https://centers.example.org</c>; null takes those of each request. Behind a proxy or a
    /// network of caches it should be set: feeds, calendars and search engines keep the addresses for years.
    /// </summary>
    public Uri? Origin { get; set; }
}

/// <summary>An origin is a scheme and a host, nothing more (RFC 6454).</summary>
internal sealed class SiteOptionsValidation : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) => options.Origin is null || IsOrigin(options.Origin)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Site:Origin is '{options.Origin}', which is no origin: write scheme and host alone, as in https://centers.example.org.");

    private static bool IsOrigin(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
