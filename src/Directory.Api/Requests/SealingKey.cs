using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// A key of the configuration. It is used for nothing itself: what encrypts and what marks are derived from it, so that neither says anything of
/// the other. Its own hash names it in what it has encrypted.
/// </summary>
internal sealed class SealingKey
{
    /// <summary>Bytes of a name.</summary>
    public const int NameBytes = 4;

    private const int KeyBytes = 32;

    private readonly byte[] sealing;
    private readonly byte[] marking;

    private SealingKey(byte[] secret)
    {
        sealing = Derive(secret, "center-directory requests seal");
        marking = Derive(secret, "center-directory requests mark");
        Name = Derive(secret, "center-directory requests name")[..NameBytes];
    }

    /// <summary>What it is known by.</summary>
    public byte[] Name { get; }

    /// <summary>Whether a text is a key.</summary>
    public static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes;
    }

    /// <summary>Reads a key that was checked before.</summary>
    public static SealingKey Parse(string text) => new(Convert.FromBase64String(text));

    /// <summary>Encrypts with authentication.</summary>
    public AesGcm CreateCipher() => new(sealing, AesGcm.TagByteSizes.MaxSize);

    /// <summary>A hash that nobody can compute who does not have the key.</summary>
    public string MarkOf(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(marking, Encoding.UTF8.GetBytes(text)));

    private static byte[] Derive(byte[] secret, string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, secret, KeyBytes, Encoding.UTF8.GetBytes(purpose));
}
