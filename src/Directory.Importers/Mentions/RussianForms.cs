namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// Which words are forms of a word in a name. Names are written in the nominative, so the ending of a word tells how it declines: Омск has
/// Омска and Омском but not омская, Омская has Омской but not Омска. Search has no need of that and compares stems.
/// </summary>
internal static class RussianForms
{
    private static readonly string[] Endings =
    [
        "", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й", "ом", "ем", "ой", "ей", "ою", "ею", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "ий",
        "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю", "ых", "их", "ыми", "ими", "ью",
    ];

    private static readonly Dictionary<string, ulong> Bits = Endings.Select((ending, index) => (ending, index)).ToDictionary(pair => pair.ending, pair => 1UL << pair.index);

    private static readonly ulong Consonant = Set("", "а у ом ем е ы и ов ев ей ам ами ах ях");
    private static readonly ulong Fleeting = Set("а у ом ем е ы и ов ев ам ами ах");
    private static readonly ulong Surname = Set("ым ых ыми");
    private static readonly ulong Masculine = Set("ый ий ой ого его ому ему ым им ом ем");
    private static readonly ulong Feminine = Set("ая ой ою ую");
    private static readonly ulong SoftFeminine = Set("яя ей ею юю");
    private static readonly ulong Neuter = Set("ое ее ого его ому ему ым им ом ем");
    private static readonly ulong Plural = Set("ые ие ых их ым им ыми ими");
    private static readonly ulong NounA = Set("", "а ы и е у ой ою ей ею ам ами ах");
    private static readonly ulong NounYa = Set("", "я и е ю ей ею ям ями ях ь й");
    private static readonly ulong NounO = Set("", "о а у ом е ам ами ах");
    private static readonly ulong NounE = Set("е я ю ем и й ям ями ях а у ом");
    private static readonly ulong NounSoft = Set("ь и ю ью я ем е ей ям ями ях ею");
    private static readonly ulong NounShort = Set("й я ю ем е и ев ям ями ях");
    private static readonly ulong NounsOfY = Set("", "ы ов ам ами ах");
    private static readonly ulong NounsOfI = Set("", "и ей ов ев ам ами ах ям ями ях ь й");

    /// <summary>The ways in which a word declines: what stays, and which endings it takes. The word itself is always a form of it.</summary>
    public static IEnumerable<(string Base, ulong Endings)> Of(string word)
    {
        if (word.Length < 3 || !IsRussian(word))
        {
            return [];
        }

        var (last, two) = (word[^1], word[^2..]);
        return two switch
        {
            "ый" => [(word[..^2], Masculine)],
            "ий" or "ой" => [(word[..^2], Masculine), (word[..^1], NounShort)],
            "ая" => [(word[..^2], Feminine)],
            "яя" => [(word[..^2], SoftFeminine)],
            "ое" or "ее" => [(word[..^2], Neuter)],
            "ые" => [(word[..^2], Plural)],
            "ие" => [(word[..^2], Plural), (word[..^1], NounE)],
            _ => last switch
            {
                'а' => [(word[..^1], NounA)],
                'я' => [(word[..^1], NounYa)],
                'о' => [(word[..^1], NounO)],
                'е' => [(word[..^1], NounE)],
                'ь' => [(word[..^1], NounSoft)],
                'й' => [(word[..^1], NounShort)],
                'ы' => [(word[..^1], NounsOfY)],
                'и' => [(word[..^1], NounsOfI)],
                'у' or 'ю' or 'э' => [],
                _ => OfConsonant(word),
            },
        };
    }

    /// <summary>Whether an adjective declines like this one: «Радужный», «Хабаровский», «Большие».</summary>
    public static bool IsAdjective(string word) =>
        word.Length > 4 && word[^2..] is "ый" or "ий" or "ой" or "ая" or "яя" or "ое" or "ее" or "ые" or "ие";

    /// <summary>Every way to take a known ending off a word.</summary>
    public static IEnumerable<(int Length, ulong Ending)> Split(string word)
    {
        for (var ending = 0; ending <= 3 && word.Length - ending >= 2; ending++)
        {
            if (Bits.TryGetValue(word[^ending..], out var bit))
            {
                yield return (word.Length - ending, bit);
            }
        }
    }

    private static IEnumerable<(string, ulong)> OfConsonant(string word)
    {
        var isSurname = word[^2..] is "ов" or "ев" or "ин" or "ын";
        yield return (word, Consonant | (isSurname ? Surname : 0));
        // Елец, Ельца; Череповец, Череповца; городок, городка; Павел, Павла.
        if (word.Length >= 4 && word[^2] is 'е' or 'о' && !IsVowel(word[^1]) && !IsVowel(word[^3]))
        {
            yield return (word[..^2] + word[^1], Fleeting);
            if (word[^2] == 'е' && word[^3] == 'л')
            {
                yield return (word[..^2] + "ь" + word[^1], Fleeting);
            }
        }
    }

    private static bool IsVowel(char letter) => "аеиоуыэюя".Contains(letter);

    private static bool IsRussian(string word) => word.AsSpan().IndexOfAnyExceptInRange('а', 'я') < 0;

    private static ulong Set(string bare, string endings) => Bits[bare] | Set(endings);

    private static ulong Set(string endings) => endings.Split(' ').Aggregate(0UL, (set, ending) => set | Bits[ending]);
}
