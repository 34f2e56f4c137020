namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Towns by the stems of their names and of the adjectives made of them: Ржев and ржевская are one.</summary>
internal static class TownNames
{
    private static readonly string[] Joints = ["ин", "ов", "ев", "ен", "н", "ан", "ян"];

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

        return shorter.Length > 2 && longer.StartsWith(shorter, StringComparison.Ordinal)
            && (longer.Length == shorter.Length || Array.Exists(Joints, joint => longer.AsSpan(shorter.Length).SequenceEqual(joint)));
    }

    private static ReadOnlySpan<char> BaseSpan(string stem) =>
        stem.EndsWith("ск", StringComparison.Ordinal) && stem.Length > 4 ? stem.AsSpan(0, stem.Length - 2)
        : stem.EndsWith("цк", StringComparison.Ordinal) ? stem.AsSpan(0, stem.Length - 1)
        : stem;

    private static string Base(string stem) => BaseSpan(stem).TrimEnd('ь').ToString();
}
