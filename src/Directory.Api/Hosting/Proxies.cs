using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>Who may speak for readers: section <c>Proxies</c> of the configuration.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Proxies";

    /// <summary>Addresses or networks of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; none is unless it is named.</summary>
    public IList<string> Trusted { get; } = [];

    /// <summary>How many proxies stand one behind another.</summary>
    [Range(1, 16)]
    public int Hops { get; set; } = 1;
}

/// <summary>Networks must be networks, and the framework's way to believe everybody is refused.</summary>
internal sealed class ProxyOptionsValidation(IConfiguration configuration) : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        if (Networks.FlawOf("Proxies:Trusted", options.Trusted) is { } flaw)
        {
            return ValidateOptionsResult.Fail(flaw);
        }

        return string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase) && options.Trusted.Count == 0
            ? ValidateOptionsResult.Fail(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED would believe everybody: name the proxies in Proxies:Trusted:0, :1 … in its place (0.0.0.0/0 and ::/0 if you mean everybody).")
            : ValidateOptionsResult.Success;
    }
}

/// <summary>Takes the address and the scheme of the reader from proxies that the operator has named, and from nobody else.</summary>
internal static class Proxies
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidation>();
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<ProxyOptions>>((headers, proxies) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.ForwardLimit = proxies.Value.Hops;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in Networks.Parse(proxies.Value.Trusted))
            {
                headers.KnownIPNetworks.Add(network);
            }
        });
        return services;
    }

    /// <summary>Applies what they say, before anything looks at the address.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted.Count == 0 ? app : app.UseForwardedHeaders();
}
