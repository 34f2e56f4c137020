namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// All names at once: a tree over their words, in which a word of a text may stand for each word of a name of which it is a form. A text is
/// walked through it once, whatever the number of names.
/// </summary>
internal sealed class NameTrie
{
    private const int Root = 0;
    private const int MaximumKnown = 200_000;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Word, ulong Endings)>> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly Dictionary<int, List<NamePattern>> ends = [];
    private readonly HashSet<int> ofPeople = [];
    private int nodes = 1;

    public void Add(NamePattern pattern)
    {
        var node = Root;
        foreach (var word in pattern.Words)
        {
            if (pattern.Kind == NameKind.Person)
            {
                ofPeople.Add(node);
            }

            var key = Key(node, IdOf(word));
            if (!edges.TryGetValue(key, out var next))
            {
                edges.Add(key, next = nodes++);
            }

            node = next;
        }

        if (!ends.TryGetValue(node, out var patterns))
        {
            ends.Add(node, patterns = []);
        }

        patterns.Add(pattern);
    }

    /// <summary>Words of names of which a word of a text is a form.</summary>
    public int[] WordsOf(string word)
    {
        if (!forms.TryGetValue(word, out var known))
        {
            if (forms.Count >= MaximumKnown)
            {
                forms.Clear();
            }

            forms.Add(word, known = [.. Forms(word).Distinct()]);
        }

        return known;
    }

    public bool IsFormOf(string word, string ofName) => ids.TryGetValue(ofName, out var id) && Array.IndexOf(WordsOf(word), id) >= 0;

    /// <summary>Every place where the words of a name stand in a row.</summary>
    public IEnumerable<NameMatch> Matches(TextWords text)
    {
        var walks = new List<(int Node, int At)>();
        for (var first = 0; first < text.Count; first++)
        {
            walks.Clear();
            walks.Add((Root, first));
            for (var i = 0; i < walks.Count; i++)
            {
                var (node, at) = walks[i];
                if (node != Root && ends.TryGetValue(node, out var patterns))
                {
                    foreach (var pattern in patterns)
                    {
                        yield return new NameMatch(pattern, first, at - 1);
                    }
                }

                Step(text, node, at, first, walks);
            }
        }
    }

    private void Step(TextWords text, int node, int at, int first, List<(int Node, int At)> walks)
    {
        if (at >= text.Count || (at > first && text[at].Before.HasFlag(Gap.Break)))
        {
            return;
        }

        foreach (var word in WordsOf(text[at].Word))
        {
            if (edges.TryGetValue(Key(node, word), out var next))
            {
                walks.Add((next, at + 1));
            }
        }

        // «Наталья Анатольевна Гулина» is Наталья Гулина.
        if (at > first && ofPeople.Contains(node) && WordLists.IsPatronymic(text[at].Word))
        {
            Step(text, node, at + 1, first, walks);
        }
    }

    private IEnumerable<int> Forms(string word)
    {
        if (ids.TryGetValue(word, out var same))
        {
            yield return same;
        }

        foreach (var (length, ending) in RussianForms.Split(word))
        {
            if (bases.TryGetValue(word[..length], out var candidates))
            {
                foreach (var candidate in candidates)
                {
                    if ((candidate.Endings & ending) != 0)
                    {
                        yield return candidate.Word;
                    }
                }
            }
        }
    }

    private int IdOf(string word)
    {
        if (ids.TryGetValue(word, out var id))
        {
            return id;
        }

        id = ids.Count;
        ids.Add(word, id);
        foreach (var (start, endings) in RussianForms.Of(word))
        {
            if (!bases.TryGetValue(start, out var words))
            {
                bases.Add(start, words = []);
            }

            words.Add((id, endings));
        }

        return id;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}

/// <summary>The words of a name in a text.</summary>
/// <param name="Pattern">The name.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Last">Index of the last word.</param>
internal readonly record struct NameMatch(NamePattern Pattern, int First, int Last)
{
    public int Count => Last - First + 1;
}
