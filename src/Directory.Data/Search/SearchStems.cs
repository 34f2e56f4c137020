using System.Collections.Frozen;

namespace CenterDirectory.Data.Search;

/// <summary>What a word is looked up as: the stem of a Russian word, any other word as it is, and nothing for words that only join others.</summary>
internal static class SearchStems
{
    private static readonly FrozenSet<string> Joining = new[]
    {
        "а", "без", "бы", "в", "во", "для", "до", "же", "за", "и", "из", "или", "им", "имени", "их", "к", "как", "ко", "ли", "на", "над", "не", "но", "о",
        // Kinds of places, as addresses shorten them: «г. Омск» is asked for as Омск.
        "г", "гор", "обл", "респ", "пос", "пгт", "дер",
        "об", "обо", "от", "по", "под", "при", "про", "с", "то", "у", "через", "что", "это",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> JoiningWords = Joining.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word only joins others: it is neither kept nor looked for.</summary>
    public static bool IsJoining(ReadOnlySpan<char> word) => word.Length <= 5 && JoiningWords.Contains(word);

    /// <summary>The stem of a word in the form of <see cref="WordReader"/>; of an English one the singular, which is all that names need.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word) =>
        word.Length <= 2 ? word
        : IsRussian(word) ? word[..RussianStemmer.LengthOfStem(word)]
        : IsEnglishPlural(word) ? word[..^1]
        : word;

    private static bool IsEnglishPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && word.IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsRussian(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('а', 'я') < 0;
}
