using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.Data;

/// <summary>Readable keys: Latin letters, digits and hyphens out of any name.</summary>
public static class Slug
{
    /// <summary>Signs behind the slug of a name that another entry has too.</summary>
    public const int SuffixLength = 8;

    private const int MaxLength = 80;

    /// <summary>Without those that look alike, and without vowels, so that they make no words.</summary>
    private const string SuffixSigns = "23456789bcdfghjkmnpqrstvwxz";

    /// <summary>More than any letter becomes.</summary>
    private const int LongestLetter = 16;

    /// <summary>What each of the letters from а to я becomes.</summary>
    private static readonly string[] Russian =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "shh", "", "y", "", "e", "yu", "ya",
    ];

    private static readonly Dictionary<char, string> Others = new()
    {
        ['і'] = "i", ['ү'] = "u", ['ө'] = "o", ['ҕ'] = "g", ['һ'] = "h", ['ҥ'] = "n", ['ә'] = "a", ['җ'] = "zh", ['ң'] = "n",
    };

    /// <summary>The slug of a name, at most 80 characters, cut at a word; empty if the name has no letter or digit that can be written.</summary>
    public static string From(string? name) => FromFolded(SearchText.Fold(name) ?? "");

    /// <summary>The slug of a name that is folded already (<see cref="SearchText.Fold"/>).</summary>
    internal static string FromFolded(string folded)
    {
        Span<char> slug = stackalloc char[MaxLength + LongestLetter];
        var length = 0;
        foreach (var word in folded.AsSpan().Split(' '))
        {
            var start = length == 0 ? 0 : length + 1;
            var end = Transliterate(folded.AsSpan(word), slug, start);
            if (end > MaxLength && length > 0)
            {
                break;
            }

            if (end > start)
            {
                if (length > 0)
                {
                    slug[length] = '-';
                }

                length = Math.Min(end, MaxLength);
            }
        }

        return slug[..length].ToString();
    }

    /// <summary>The slug of an entry whose name another has too: eight signs of its key stand behind it, which do not depend on who came first.</summary>
    /// <param name="slug">The slug of the name.</param>
    /// <param name="key">What identifies the entry, whatever else there is.</param>
    public static string WithSuffix(string slug, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        Span<char> suffix = stackalloc char[SuffixLength];
        for (var i = 0; i < suffix.Length; i++)
        {
            suffix[i] = SuffixSigns[hash[i] % SuffixSigns.Length];
        }

        return $"{slug}-{suffix}";
    }

    /// <returns>Where it ends; behind the greatest length as soon as it is too long.</returns>
    private static int Transliterate(ReadOnlySpan<char> word, Span<char> slug, int at)
    {
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug[at++] = letter;
            }
            else if (LatinOf(letter) is { } latin)
            {
                latin.CopyTo(slug[at..]);
                at += latin.Length;
            }

            if (at > MaxLength)
            {
                break;
            }
        }

        return at;
    }

    private static string? LatinOf(char letter) =>
        letter is >= 'а' and <= 'я' ? Russian[letter - 'а']
        : Others.TryGetValue(letter, out var letters) ? letters
        : char.IsSurrogate(letter) ? null
        : string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit));
}
