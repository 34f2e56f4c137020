namespace CenterDirectory.Data.Search;

/// <summary>
/// Cuts the endings off Russian words as the Snowball algorithm describes it (https://snowballstem.org/algorithms/russian/stemmer.html):
/// центры, центров and центру have one stem. A stem is always the beginning of its word.
/// </summary>
internal static class RussianStemmer
{
    private static readonly Ending[] PerfectiveGerunds = Endings("в вши вшись", "ив ивши ившись ыв ывши ывшись");

    private static readonly Ending[] Adjectives = Endings(
        "", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    private static readonly Ending[] Participles = Endings("ем нн вш ющ щ", "ивш ывш ующ");

    private static readonly Ending[] Reflexives = Endings("", "ся сь");

    private static readonly Ending[] Verbs = Endings(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");

    private static readonly Ending[] Nouns = Endings(
        "", "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    private static readonly Ending[] Plurals = Endings("", "и");

    private static readonly Ending[] Derivations = Endings("", "ост ость");

    private static readonly Ending[] Superlatives = Endings("", "ейш ейше");

    /// <summary>How many letters of a word are its stem.</summary>
    /// <param name="word">In lower case, е in place of ё.</param>
    public static int LengthOfStem(ReadOnlySpan<char> word)
    {
        var (afterVowel, second) = Regions(word);
        var length = word.Length;
        if (!TryCut(word, ref length, afterVowel, PerfectiveGerunds))
        {
            TryCut(word, ref length, afterVowel, Reflexives);
            if (TryCut(word, ref length, afterVowel, Adjectives))
            {
                TryCut(word, ref length, afterVowel, Participles);
            }
            else if (!TryCut(word, ref length, afterVowel, Verbs))
            {
                TryCut(word, ref length, afterVowel, Nouns);
            }
        }

        TryCut(word, ref length, afterVowel, Plurals);
        TryCut(word, ref length, Math.Max(afterVowel, second), Derivations);
        Tidy(word, ref length, afterVowel);
        return length;
    }

    /// <summary>Where the part behind the first vowel starts (RV), and the part behind the second consonant that follows a vowel (R2).</summary>
    private static (int AfterVowel, int Second) Regions(ReadOnlySpan<char> word)
    {
        var afterVowel = Past(word, 0, isVowel: true);
        var first = Past(word, afterVowel, isVowel: false);
        return (afterVowel, Past(word, Past(word, first, isVowel: true), isVowel: false));
    }

    private static int Past(ReadOnlySpan<char> word, int start, bool isVowel)
    {
        for (var i = start; i < word.Length; i++)
        {
            if (IsVowel(word[i]) == isVowel)
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    /// <summary>Cuts the longest ending that stands behind <paramref name="from"/>; no shorter one if that one must follow а or я and does not.</summary>
    private static bool TryCut(ReadOnlySpan<char> word, ref int length, int from, Ending[] endings)
    {
        foreach (var (text, followsVowel) in endings)
        {
            var start = length - text.Length;
            if (start < from || !word[start..length].SequenceEqual(text))
            {
                continue;
            }

            if (followsVowel && (start == from || word[start - 1] is not ('а' or 'я')))
            {
                return false;
            }

            length = start;
            return true;
        }

        return false;
    }

    /// <summary>A superlative, one of two н, or the soft sign.</summary>
    private static void Tidy(ReadOnlySpan<char> word, ref int length, int from)
    {
        var isSuperlative = TryCut(word, ref length, from, Superlatives);
        var isDouble = length - 2 >= from && word[length - 1] == 'н' && word[length - 2] == 'н';
        if (isDouble || (!isSuperlative && length - 1 >= from && word[length - 1] == 'ь'))
        {
            length--;
        }
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';

    private static Ending[] Endings(string afterVowel, string others) =>
    [
        .. Split(afterVowel, followsVowel: true).Concat(Split(others, followsVowel: false)).OrderByDescending(ending => ending.Text.Length),
    ];

    private static IEnumerable<Ending> Split(string endings, bool followsVowel) =>
        endings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => new Ending(text, followsVowel));

    /// <param name="Text">The ending.</param>
    /// <param name="FollowsVowel">Whether it counts only behind а or я, which stay.</param>
    private readonly record struct Ending(string Text, bool FollowsVowel);
}
