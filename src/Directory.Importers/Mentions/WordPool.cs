namespace CenterDirectory.Importers.Mentions;

/// <summary>One string for each word, however often it stands in texts.</summary>
internal sealed class WordPool
{
    /// <summary>Words of all texts together; a text with new words only pays for them again.</summary>
    private const int Limit = 200_000;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static WordPool? shared;

    /// <summary>The pool of this thread.</summary>
    public static WordPool Shared => shared ??= new WordPool();

    public string Get(ReadOnlySpan<char> word)
    {
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out var found))
        {
            return found;
        }

        if (words.Count >= Limit)
        {
            words.Clear();
        }

        found = word.ToString();
        words.Add(found);
        return found;
    }
}
