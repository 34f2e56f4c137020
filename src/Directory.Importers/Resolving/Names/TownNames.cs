namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What two towns or districts are to each other; the greater the more it weighs.</summary>
internal enum TownLikeness
{
    /// <summary>One of them is not known.</summary>
    Unknown,

    Same,

    /// <summary>A letter apart: the same with an error, or two that are called alike.</summary>
    Near,

    Other,
}

/// <summary>Towns by the stems of their names and of the adjectives made of them: Ржев and ржевская are one.</summary>
internal static class TownNames
{
    private static readonly string[] Joints = ["ин", "ом", "ов", "ев", "ен", "н", "ан", "ян"];

    private const int ShortestWithError = 6;

    public static TownLikeness Compare(string? a, string? b) =>
        a is null || b is null ? TownLikeness.Unknown
        : AreOne(a, b) ? TownLikeness.Same
        : Math.Min(a.Length, b.Length) >= ShortestWithError && Misspelling.Distance(a, b) == 1 ? TownLikeness.Near
        : TownLikeness.Other;

    public static bool AreOne(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        if (AreTwoCut(a, b) || IsOfTwo(a, b) || IsOfTwo(b, a))
        {
            return true;
        }

        var (left, right) = (Base(a), Base(b));
        return AreAlike(left, right) || HaveOneRoot(left, right) || AreAlike(WithoutFleeting(left), WithoutFleeting(right)) || AreAlike(WithoutFleeting(left), right) || AreAlike(left, WithoutFleeting(right));
    }

    /// <summary>«Наб. Челны», «Нового Уренгоя»: of two words the first may be cut short, the second have another ending.</summary>
    private static bool AreTwoCut(string a, string b)
    {
        const int Fewest = 3;
        var (left, right) = (a.IndexOf(' ', StringComparison.Ordinal), b.IndexOf(' ', StringComparison.Ordinal));
        return left > 0 && right > 0 && a.AsSpan(0, Math.Min(left, right)).SequenceEqual(b.AsSpan(0, Math.Min(left, right)))
            && (a.AsSpan(left).StartsWith(b.AsSpan(right)) || b.AsSpan(right).StartsWith(a.AsSpan(left)) || (Bones(a[left..]) is { Length: > Fewest } bones && bones == Bones(b[right..])))
            && Math.Min(a.Length - left, b.Length - right) > Fewest;
    }

    /// <summary>Вязьма and вяземская, Кондопога and кондопожская: vowels come and go, г and ж, к and ч change.</summary>
    private static bool HaveOneRoot(string a, string b)
    {
        const int Fewest = 3;
        var (same, shorter) = (a.AsSpan().CommonPrefixLength(b), Math.Min(a.Length, b.Length));
        return same >= Fewest && same >= shorter - 2 && same < shorter && Math.Abs(a.Length - b.Length) <= 1 && Bones(a) is { Length: >= Fewest } bones && bones == Bones(b);
    }

    private static string Bones(string text)
    {
        Span<char> bones = stackalloc char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (!"аеиоуыэюяьъй".Contains(letter, StringComparison.Ordinal))
            {
                bones[length++] = letter switch { 'ж' => 'г', 'ч' => 'к', 'ш' => 'х', _ => letter };
            }
        }

        return new string(bones[..length]);
    }

    private static bool AreAlike(string a, string b)
    {
        var (shorter, longer) = a.Length > b.Length ? (b, a) : (a, b);
        return shorter == longer || (shorter == "уф" && longer == "уфим") || (shorter.Length > 2 && longer.StartsWith(shorter, StringComparison.Ordinal)
            && Array.Exists(Joints, joint => longer.AsSpan(shorter.Length).SequenceEqual(joint)));
    }

    /// <summary>«Великие Луки» and «великолукская»: both words stand in the adjective.</summary>
    private static bool IsOfTwo(string town, string adjective)
    {
        const int Letters = 3;
        var at = town.IndexOf(' ', StringComparison.Ordinal);
        return at >= Letters && town.Length > at + Letters && adjective.EndsWith("ск", StringComparison.Ordinal)
            && adjective.StartsWith(town.AsSpan(0, Letters), StringComparison.Ordinal) && adjective.AsSpan(Letters).Contains(town.AsSpan(at + 1, Letters), StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> BaseSpan(string stem) =>
        stem.EndsWith("ск", StringComparison.Ordinal) && stem.Length > 4 ? stem.AsSpan(0, stem.Length - 2)
        : stem.EndsWith("цк", StringComparison.Ordinal) ? stem.AsSpan(0, stem.Length - 1)
        : stem.Length == 3 && "аыуеюь".Contains(stem[^1], StringComparison.Ordinal) || stem is "оби" ? stem.AsSpan(0, 2)
        : stem;

    /// <summary>The beginning that name and adjective have in common.</summary>
    public static string KeyOf(string stem) => Base(stem) is var whole && whole.Length > LettersOfKey ? whole[..LettersOfKey] : Base(stem);

    private const int LettersOfKey = 5;

    /// <summary>Орёл and Орла, Череповец and Череповца: the vowel before the last letter comes and goes.</summary>
    private static string WithoutFleeting(string stem) => stem.Length > 3 && stem[^2] == 'е' && stem[^1] is 'л' or 'ц' ? stem.Remove(stem.Length - 2, 1) : stem;

    private static string Base(string stem) => BaseSpan(stem).TrimEnd('ь').TrimEnd('й').ToString();
}
