using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Embedding;

/// <summary>A text that other sites load: compressed once, known by its hash, readable from every origin.</summary>
internal sealed class EmbedAsset
{
    private readonly string contentType;
    private readonly string hash;
    private readonly (string? Encoding, byte[] Bytes)[] forms;

    public EmbedAsset(string text, string contentType)
    {
        this.contentType = contentType;
        var bytes = Encoding.UTF8.GetBytes(text);
        hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
        Integrity = $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}";
        forms =
        [
            ("br", Compressed(bytes, stream => new BrotliStream(stream, CompressionLevel.SmallestSize))),
            ("gzip", Compressed(bytes, stream => new GZipStream(stream, CompressionLevel.SmallestSize))),
            (null, bytes),
        ];
    }

    /// <summary>What tells this content from any other, for its address.</summary>
    public string Fingerprint => hash;

    /// <summary>Metadata of the W3C recommendation Subresource Integrity.</summary>
    public string Integrity { get; }

    /// <summary>Bytes that travel to a reader who takes gzip.</summary>
    public int CompressedSize => forms[1].Bytes.Length;

    /// <summary>Sends it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cacheControl">How long it may be kept.</param>
    public FileContentHttpResult Send(HttpContext http, string cacheControl)
    {
        var (encoding, bytes) = forms.First(form => form.Encoding is null || Accepts(http.Request, form.Encoding));
        var headers = http.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(bytes, contentType, entityTag: new EntityTagHeaderValue($"\"{hash}-{encoding ?? "plain"}\""));
    }

    private static bool Accepts(HttpRequest request, string encoding) => request.GetTypedHeaders().AcceptEncoding
        .Any(accepted => accepted.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var memory = new MemoryStream();
        using (var stream = compress(memory))
        {
            stream.Write(bytes);
        }

        return memory.ToArray();
    }
}
