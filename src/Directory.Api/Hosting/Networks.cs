using System.Net;
using System.Net.Sockets;

namespace CenterDirectory.Api.Hosting;

/// <summary>Networks in settings.</summary>
internal static class Networks
{
    /// <summary>The addresses of the machine itself.</summary>
    public static readonly IReadOnlyList<IPNetwork> Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>What is wrong with the networks of a setting; null if nothing is.</summary>
    public static string? FlawOf(string setting, IEnumerable<string> texts) => texts.FirstOrDefault(text => !TryParse(text, out _)) is { } wrong
        ? $"{setting} has '{wrong}', which is no network: write 10.0.0.0/8, or an address alone."
        : null;

    /// <summary>Reads several that were checked before.</summary>
    public static IReadOnlyList<IPNetwork> Parse(IEnumerable<string> texts) =>
        [.. texts.Select(text => TryParse(text, out var network) ? network : throw new FormatException($"'{text}' is no network."))];

    /// <summary>Whether an address is of one of them.</summary>
    public static bool Have(this IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        var client = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var network in networks)
        {
            if (network.Contains(client))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads <c>10.0.0.0/8</c>, or an address, which is a network of its own.</summary>
    private static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network))
        {
            return true;
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }
}
