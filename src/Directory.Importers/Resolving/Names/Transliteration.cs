using System.Collections.Frozen;
using System.Text;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// Cyrillic letters for Latin ones: «Samarskiy dom druzhby» is a name that somebody wrote so. Of several ways to write a letter all are understood;
/// words of other languages become something, the same wherever they stand.
/// </summary>
internal static class Transliteration
{
    // The longest first.
    private static readonly (string Latin, string Cyrillic)[] Letters =
    [
        ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"),
        ("ya", "я"), ("ja", "я"), ("ia", "я"), ("yo", "е"), ("jo", "е"), ("ye", "е"), ("je", "е"), ("iy", "ий"), ("yy", "ый"), ("ij", "ий"), ("yj", "ый"),
        ("ph", "ф"), ("ck", "к"), ("ee", "и"), ("oo", "у"), ("a", "а"), ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
        ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
        ("v", "в"), ("w", "в"), ("x", "кс"), ("z", "з"),
    ];

    /// <summary>English words for what something is.</summary>
    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["museum"] = "музей", ["foundation"] = "фонд", ["fund"] = "фонд", ["center"] = "центр", ["centre"] = "центр", ["charity"] = "благотворительный",
        ["charitable"] = "благотворительный", ["association"] = "ассоциация", ["union"] = "союз", ["federation"] = "федерация", ["shelter"] = "приют",
        ["library"] = "библиотека", ["theatre"] = "театр", ["theater"] = "театр", ["school"] = "школа", ["club"] = "клуб", ["circus"] = "цирк", ["dom"] = "дом",
        ["i"] = "и",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsLatin(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterLower(letter))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    /// <summary>A word of Latin letters in Cyrillic ones.</summary>
    public static string Cyrillic(string word)
    {
        if (English.TryGetValue(word, out var meant))
        {
            return meant;
        }

        var cyrillic = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (latin, letters) = Array.Find(Letters, pair => string.CompareOrdinal(word, at, pair.Latin, 0, pair.Latin.Length) == 0);
            cyrillic.Append(letters ?? Single(word, at).ToString());
            at += latin?.Length ?? 1;
        }

        return cyrillic.ToString();
    }

    /// <summary>Letters that depend on their neighbours: «y» is й behind a vowel, «c» is ц before some.</summary>
    private static char Single(string word, int at) => word[at] switch
    {
        'y' => at > 0 && "aeiou".Contains(word[at - 1], StringComparison.Ordinal) ? 'й' : 'ы',
        'c' => at + 1 < word.Length && "eiy".Contains(word[at + 1], StringComparison.Ordinal) ? 'ц' : at + 1 < word.Length ? 'к' : 'ц',
        var other => other,
    };
}
