namespace CenterDirectory.Importers.Manifests;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest differing letters; null if none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = Math.Max(2, typed.Length / 2) + 1;
        foreach (var name in known)
        {
            var distance = Distance(Plain(typed), Plain(name));
            if (distance < fewest)
            {
                (nearest, fewest) = (name, distance);
            }
        }

        return nearest;
    }

    // `support_kinds`, `support-kinds` and `SupportKinds` are the same word to the one who types it.
    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
