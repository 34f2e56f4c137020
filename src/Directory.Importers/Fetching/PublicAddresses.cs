using System.Net;
using System.Net.Sockets;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Tells addresses of the public internet from those that lead into somebody's own network.</summary>
internal static class PublicAddresses
{
    // Special-purpose address registries of IANA (RFC 6890 and its successors).
    private static readonly IPNetwork[] Special =
    [
        .. from network in new[]
           {
               "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
               "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
           }
           select IPNetwork.Parse(network),
    ];

    // Only global unicast is public; of it, what tunnels or documents is not.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialUnicast =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Special, network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !Array.Exists(SpecialUnicast, network => network.Contains(plain)),
            _ => false,
        };
    }
}
