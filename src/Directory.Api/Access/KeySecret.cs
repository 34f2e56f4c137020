using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Api.Access;

/// <summary>
/// The secret of a key as its holder has it: <c>cd_</c>, 256 random bits, and six letters that tell a mistyped one from a wrong one. The prefix lets
/// scanners of repositories and mailboxes find it; letters and digits alone are selected with one click.
/// </summary>
internal sealed class KeySecret
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "cd_";

    private const int RandomBytes = 32;

    // 62^43 is just above 2^256, 62^6 above 2^32.
    private const int RandomLetters = 43;
    private const int CheckLetters = 6;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly string text;

    private KeySecret(string text) => this.text = text;

    /// <summary>The secret in the clear: to be shown once, and never written down by us.</summary>
    public string Reveal() => text;

    /// <summary>What is stored.</summary>
    public byte[] Hash => HashOf(text);

    /// <summary>A new secret.</summary>
    public static KeySecret Create(RandomNumberGenerator random)
    {
        var bytes = new byte[RandomBytes];
        random.GetBytes(bytes);
        var body = Prefix + Letters(bytes, RandomLetters);
        return new KeySecret(body + CheckOf(body));
    }

    /// <summary>The hash of whatever somebody sent in place of a secret.</summary>
    public static byte[] HashOf(string sent) => SHA256.HashData(Encoding.UTF8.GetBytes(sent));

    /// <summary>Whether a text could be a secret at all: one letter too few, or another, and it could not.</summary>
    public static bool IsWellFormed(string sent) =>
        sent.Length == Prefix.Length + RandomLetters + CheckLetters
        && sent.StartsWith(Prefix, StringComparison.Ordinal)
        && sent.EndsWith(CheckOf(sent[..^CheckLetters]), StringComparison.Ordinal);

    /// <summary>Says that it is one, and not which: secrets end up in logs by being formatted.</summary>
    public override string ToString() => Prefix + "…";

    private static string CheckOf(string body) => Letters(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 4), CheckLetters);

    private static string Letters(ReadOnlySpan<byte> bytes, int count)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var letters = new char[count];
        for (var i = count - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out var digit);
            letters[i] = Alphabet[(int)digit];
        }

        return new string(letters);
    }
}
