using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>How a body is written on the way to a client (RFC 9110, 8.4).</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary>gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>Brotli (RFC 7932).</summary>
    Brotli,
}

/// <summary>Chooses and applies codings.</summary>
internal static class ContentCodings
{
    /// <summary>Below this a body fits into one packet of the network anyway.</summary>
    public const int Smallest = 1_000;

    /// <summary>What the client prefers of what we can; the denser one where it has no preference (RFC 9110, 12.5.3).</summary>
    public static ContentCoding Negotiate(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return ContentCoding.Identity;
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var (brotli, gzip) = (QualityOf(accepted, "br"), QualityOf(accepted, "gzip"));
        return (brotli, gzip) switch
        {
            (0, 0) => ContentCoding.Identity,
            _ => brotli >= gzip ? ContentCoding.Brotli : ContentCoding.Gzip,
        };
    }

    /// <summary>Name in <c>Content-Encoding</c>; null for a body as it is.</summary>
    public static string? NameOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The coded body.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> body, ContentCoding coding, CompressionLevel level)
    {
        using var coded = new MemoryStream(body.Length / 3);
        using (Stream stream = coding == ContentCoding.Brotli ? new BrotliStream(coded, level) : new GZipStream(coded, level))
        {
            stream.Write(body);
        }

        return coded.ToArray();
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string coding) => accepted
        .Where(candidate => candidate.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) || candidate.Value == "*")
        .OrderByDescending(candidate => candidate.Value.Length)
        .Select(candidate => candidate.Quality ?? 1)
        .FirstOrDefault();
}
