namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// Latin letters that look like Cyrillic ones. A word that consists of such only, or that is Cyrillic otherwise, is written in Cyrillic:
/// on both sides of a comparison, so that «Каскад-K» and «Каскад-К» are one. Words in lower case.
/// </summary>
internal static class LookAlikeLetters
{
    private const string Latin = "abcehkmoptxyіi";
    private const string Cyrillic = "авсенкмортхуии";

    // In a word that is Cyrillic otherwise a Latin letter is put for its sound: «Zабота».
    private const string LatinSounds = "zrnsdgfuvlqjw";
    private const string CyrillicSounds = "зрнсдгфувлкйв";

    // Letters of other languages of the country, which many write with Russian ones: «Ақ қайын», «Ак кайын».
    private const string Others = "ӕәғҕқҡңҥөүұһҳҙҫҗҷӑӓӗӛӝӟӣӥӧӫӯӱӳӵӹӷԥ";
    private const string Nearest = "ааггккнноууххзсжчааеежзииооууучыгп";

    /// <summary>The Russian letter that is written for one of another language of the country.</summary>
    public static char Russian(char letter) => Others.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? Nearest[at] : letter;

    /// <summary>The bare letter of a Latin one with a mark: «Югöр» is written so where a keyboard lacks «ӧ».</summary>
    public static char Bare(char letter) => letter switch
    {
        'ö' or 'õ' or 'ó' or 'ò' or 'ô' => 'o', 'ä' or 'á' or 'à' or 'â' or 'å' or 'æ' => 'a', 'ü' or 'ú' or 'û' => 'u', 'ë' or 'é' or 'è' or 'ê' => 'e', 'ï' or 'í' or 'î' => 'i', 'ÿ' or 'ý' => 'y', 'ç' => 'c', _ => letter,
    };

    public static void Mend(Span<char> word)
    {
        // Nearly all words: nothing in them looks like anything else.
        if (!word.ContainsAnyExceptInRange('а', 'я') || !word.ContainsAnyExceptInRange('0', '9'))
        {
            return;
        }

        MendRoman(word);
        var (isLatin, isOtherwise, isCyrillic) = (false, false, false);
        foreach (var letter in word)
        {
            isCyrillic |= letter is >= 'а' and <= 'я';
            var isLookAlike = Latin.Contains(letter, StringComparison.Ordinal);
            isLatin |= isLookAlike;
            isOtherwise |= !isLookAlike && char.IsAsciiLetter(letter);
        }

        if (isOtherwise && isCyrillic)
        {
            MendSounds(word);
            return;
        }

        // «ii» is a number, not two letters that look like «ии».
        if (!isLatin || isOtherwise || RomanNumbers.IsOne(word))
        {
            return;
        }

        foreach (ref var letter in word)
        {
            var at = Latin.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Cyrillic[at];
        }
    }

    /// <summary>«ХХI» with Cyrillic «х» is a number too.</summary>
    private static void MendRoman(Span<char> word)
    {
        const string Roman = "xiv";
        if (word.Length is < 2 or > 5 || !word.ContainsAny(Roman) || word.ContainsAnyExcept("xivхі"))
        {
            return;
        }

        foreach (ref var letter in word)
        {
            letter = letter switch { 'х' => 'x', 'і' => 'i', _ => letter };
        }
    }

    private static void MendSounds(Span<char> word)
    {
        foreach (ref var letter in word)
        {
            var (look, sound) = (Latin.IndexOf(letter, StringComparison.Ordinal), LatinSounds.IndexOf(letter, StringComparison.Ordinal));
            letter = look >= 0 ? Cyrillic[look] : sound >= 0 ? CyrillicSounds[sound] : letter;
        }
    }
}

/// <summary>Small Roman numbers, as in «Мотор II»; Latin letters, or Cyrillic ones that look the same.</summary>
internal static class RomanNumbers
{
    private static readonly string[] Ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

    public static bool IsOne(ReadOnlySpan<char> word) => Value(word) > 0;

    /// <summary>1 to 39; 0 if it is none. A single letter may be an initial, so «i» and «v» and «x» count, «х» does not.</summary>
    public static int Value(ReadOnlySpan<char> word)
    {
        var tens = 0;
        while (tens < word.Length && word[tens] == 'x')
        {
            tens++;
        }

        var one = tens > 3 ? -1 : IndexOf(word[tens..]);
        return one < 0 ? 0 : tens * 10 + one;
    }

    private static int IndexOf(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < Ones.Length; i++)
        {
            if (rest.SequenceEqual(Ones[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
