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

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z",
        ['и'] = "i", ['й'] = "j", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p",
        ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "h", ['ц'] = "c", ['ч'] = "ch",
        ['ш'] = "sh", ['щ'] = "shh", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
        ['і'] = "i", ['ү'] = "u", ['ө'] = "o", ['ҕ'] = "g", ['һ'] = "h", ['ҥ'] = "n", ['ә'] = "a", ['җ'] = "zh", ['ң'] = "n",
    };

    /// <summary>The slug of a name, at most 80 characters, cut at a word; empty if the name has no letter or digit that can be written.</summary>
    public static string From(string? name) => FromFolded(SearchText.Fold(name) ?? "");

    /// <summary>The slug of a name that is folded already (<see cref="SearchText.Fold"/>).</summary>
    internal static string FromFolded(string folded)
    {
        var slug = new StringBuilder(MaxLength);
        foreach (var word in folded.AsSpan().Split(' '))
        {
            var before = slug.Length;
            slug.Append(before > 0 ? "-" : "");
            var start = slug.Length;
            Transliterate(folded.AsSpan(word), slug);
            if (slug.Length == start || (before > 0 && slug.Length > MaxLength))
            {
                var isFull = slug.Length > start;
                slug.Length = before;
                if (isFull)
                {
                    break;
                }
            }
        }

        slug.Length = Math.Min(slug.Length, MaxLength);
        return slug.ToString();
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

    private static void Transliterate(ReadOnlySpan<char> word, StringBuilder latin)
    {
        foreach (var letter in word)
        {
            if (Latin.TryGetValue(letter, out var letters))
            {
                latin.Append(letters);
            }
            else if (char.IsAsciiLetterOrDigit(letter))
            {
                latin.Append(letter);
            }
            else if (!char.IsSurrogate(letter))
            {
                latin.Append(WithoutAccent(letter));
            }
        }
    }

    private static string WithoutAccent(char letter) =>
        string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit));
}
