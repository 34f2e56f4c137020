using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Where readers find the site: what makes absolute addresses out of paths.</summary>
internal sealed class SiteOrigin(IOptions<SiteOptions> options, IServer server)
{
    private readonly string? stated = options.Value.Origin?.GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// The origin for what is not an answer to one reader, such as what is kept or written to a file: the stated one, else the first
    /// address that this process listens on.
    /// </summary>
    public string Lasting => stated ?? Listening() ?? "http://localhost:5080";

    /// <summary>The origin for an answer to a request: the stated one, else where the reader found us.</summary>
    public string Of(HttpRequest request) => stated ?? (IsHost(request.Host) ? $"{request.Scheme}://{request.Host.Value}" : Lasting);

    /// <summary>An absolute address.</summary>
    /// <param name="request">The request that is answered.</param>
    /// <param name="path">Path and query, beginning with a slash.</param>
    public string Absolute(HttpRequest request, string path) => Of(request) + path;

    /// <summary>A host name that is none, as only a forged request has, must not get into what people copy and caches keep.</summary>
    private static bool IsHost(HostString host) => host.HasValue && Uri.CheckHostName(host.Host.Trim('[', ']')) != UriHostNameType.Unknown;

    private string? Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        // Any address of the machine is no address that a reader could open.
        return address is null ? null : BindingAddress.Parse(address) is var binding && IsHost(new HostString(binding.Host)) && binding.Host is not ("0.0.0.0" or "[::]")
            ? $"{binding.Scheme}://{new HostString(binding.Host, binding.Port).Value}"
            : $"{binding.Scheme}://localhost:{binding.Port}";
    }
}
