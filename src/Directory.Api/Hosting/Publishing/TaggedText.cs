using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Small answers that depend on more than the revision: their tag is made of their bytes, so it costs making them, but not sending them.</summary>
internal static class TaggedText
{
    /// <summary>A text with its tag.</summary>
    public static FileContentHttpResult Of(string text, string contentType) => Of(Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Bytes with their tag.</summary>
    public static FileContentHttpResult Of(byte[] bytes, string contentType) => TypedResults.Bytes(
        bytes, contentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
}
