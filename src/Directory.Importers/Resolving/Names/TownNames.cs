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
    private static readonly string[] Joints = ["ин", "ов", "ев", "ен", "н", "ан", "ян"];

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

        var (shorter, longer) = (Base(a), Base(b));
        if (shorter.Length > longer.Length)
        {
            (shorter, longer) = (longer, shorter);
        }

        return shorter == longer || shorter.Length > 2 && longer.StartsWith(shorter, StringComparison.Ordinal)
            && (longer.Length == shorter.Length || Array.Exists(Joints, joint => longer.AsSpan(shorter.Length).SequenceEqual(joint)));
    }

    private static ReadOnlySpan<char> BaseSpan(string stem) =>
        stem.EndsWith("ск", StringComparison.Ordinal) && stem.Length > 4 ? stem.AsSpan(0, stem.Length - 2)
        : stem.EndsWith("цк", StringComparison.Ordinal) ? stem.AsSpan(0, stem.Length - 1)
        : stem;

    /// <summary>The beginning that name and adjective have in common.</summary>
    public static string KeyOf(string stem) => Base(stem) is var whole && whole.Length > LettersOfKey ? whole[..LettersOfKey] : Base(stem);

    private const int LettersOfKey = 5;

    private static string Base(string stem) => BaseSpan(stem).TrimEnd('ь').ToString();
}
