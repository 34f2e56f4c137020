using System.Net;
using System.Net.Sockets;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// Opens connections to public addresses only, unless the operator allows the host. It looks at the address that is dialled, after the name
/// was resolved: a name that answers once with a public and then with a private address gains nothing.
/// </summary>
internal sealed class GuardedConnections(ImportersOptions options)
{
    /// <summary>A handler that follows no redirects, sends no cookies and asks no proxy, which would dial in our place.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // FeedFetcher unpacks by itself: the handler would not notice a truncated gzip.
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = ConnectAsync,
    };

    public bool IsAllowed(string host) => options.AllowHosts.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var reachable = IsAllowed(host) ? addresses : Array.FindAll(addresses, PublicAddresses.IsPublic);
        if (reachable.Length == 0)
        {
            throw new RefusedAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host whose addresses are all private, loopback or otherwise special.</summary>
internal sealed class RefusedAddressException(string host) : IOException($"{host} has no public address.");
