using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Forms of one word which the stemmer cuts at different places: «охраны» and «охране».</summary>
internal static class WordForms
{
    private const int ShortestBase = 5;

    private static readonly FrozenSet<string> Endings =
        "а я ы и у ю е о ой ей ом ем ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие ого его ому ему ую юю ым им ых их ыми ими ь ью ия ии ию ием ией ью"
            .Split(' ').Append("").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingsBySpan = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsEnding(ReadOnlySpan<char> text) => EndingsBySpan.Contains(text);

    /// <summary>Whether a word has the ending of an adjective.</summary>
    public static bool IsAdjective(string text) =>
        text.Length > 4 && text.AsSpan()[^2..] is "ая" or "яя" or "ое" or "ее" or "ые" or "ие" or "ый" or "ий" or "ой" or "ей" or "ых" or "их" or "го" or "му" or "ую" or "ом" or "ем";

    /// <summary>«Армянское» of «армян», «татарская» of «татары».</summary>
    public static bool IsAdjectiveOf(ReadOnlySpan<char> adjective, ReadOnlySpan<char> noun)
    {
        const int Fewest = 4;
        var same = adjective.CommonPrefixLength(noun);
        var at = same < adjective.Length && adjective[same] == 'ь' ? same + 1 : same;
        return same >= Fewest && adjective[at..].StartsWith("ск") && adjective.Length > at + 2 && noun.Length - same < 3 && IsEnding(noun[same..]);
    }

    /// <summary>«Волейбольная» of «волейбол», «шахматный» of «шахматы»: both with any ending.</summary>
    public static bool IsSuffixedOf(ReadOnlySpan<char> adjective, ReadOnlySpan<char> noun)
    {
        const int Fewest = 5;
        var same = adjective.CommonPrefixLength(noun);
        if (same < Fewest || noun.Length - same > 2 || !IsEnding(noun[same..]))
        {
            return false;
        }

        var suffix = adjective[same..].StartsWith("ьн") ? 2 : adjective[same..].StartsWith("н") ? 1 : 0;
        return suffix > 0 && adjective.Length - same - suffix is 2 or 3 && IsEnding(adjective[(same + suffix)..]);
    }

    /// <summary>«Доброе» and «добрые»: one adjective in the nominative, of one and of many.</summary>
    public static bool AreOfOtherNumber(string a, string b) => IsAdjective(a) && IsAdjective(b) && IsOfMany(a) != IsOfMany(b) && (IsOfMany(a) ? IsOfOne(b) : IsOfOne(a));

    private static bool IsOfMany(string adjective) => adjective.AsSpan()[^2..] is "ые" or "ие";

    private static bool IsOfOne(string adjective) => adjective.AsSpan()[^2..] is "ое" or "ее" or "ая" or "яя" or "ый" or "ий";

    public static bool AreOfOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        return same >= ShortestBase && EndingsBySpan.Contains(a[same..]) && EndingsBySpan.Contains(b[same..]);
    }
}
