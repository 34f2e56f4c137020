namespace CenterDirectory.Importers.Mentions;

/// <summary>«Курганской, Свердловской и Тюменской областях»: territories that share one word, said once at the end.</summary>
internal sealed class Elisions
{
    private const int LongestList = 24;
    private const double Score = 0.88;

    private readonly Dictionary<string, List<NamePattern>> byFirst = new(StringComparer.Ordinal);

    public void Add(NamePattern pattern)
    {
        if (pattern is { Kind: NameKind.Territory, Words.Count: 2 } && RussianForms.IsAdjective(pattern.Words[0]))
        {
            if (!byFirst.TryGetValue(pattern.Words[0], out var patterns))
            {
                byFirst.Add(pattern.Words[0], patterns = []);
            }

            patterns.Add(pattern);
        }
    }

    /// <summary>Adjectives whose word comes later, each a territory by itself.</summary>
    public IEnumerable<Candidate> Of(TextWords text, NameTrie trie)
    {
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (!text[i].Is(WordTraits.Capital) || Shared(text, i) is not { } shared)
            {
                continue;
            }

            foreach (var (first, patterns) in byFirst)
            {
                if (trie.IsFormOf(text[i].Word, first))
                {
                    foreach (var pattern in patterns.Where(pattern => trie.IsFormOf(text[shared].Word, pattern.Words[1])))
                    {
                        yield return new Candidate(pattern.Entry, i, i, Score);
                    }
                }
            }
        }
    }

    /// <summary>The word behind a list of adjectives that begins here; null if no list does.</summary>
    private static int? Shared(TextWords text, int first)
    {
        if (!HasEndingOfAdjective(text[first].Word))
        {
            return null;
        }

        var at = first + 1;
        for (; at < text.Count && at - first < LongestList; at++)
        {
            var word = text[at];
            if ((word.Before & (Gap.Break | Gap.Colon)) != 0)
            {
                return null;
            }

            var isLinked = word.Word is "и" or "или" or "а" or "также" or "либо";
            var isNext = word.Is(WordTraits.Capital) && HasEndingOfAdjective(word.Word) && (word.Before == Gap.Comma || text[at - 1].Word is "и" or "или" or "также" or "либо");
            if (!isLinked && !isNext)
            {
                break;
            }
        }

        // The word stands right behind the last adjective, and there are two of them at least.
        return at < text.Count && at - first > 1 && text[at].Before == Gap.None && text[at - 1].Is(WordTraits.Capital) ? at : null;
    }

    private static bool HasEndingOfAdjective(string word) =>
        word.Length > 4 && (word[^2..] is "ой" or "ей" or "ая" or "ую" or "ом" or "ем" or "ий" or "ый" or "им" or "ым" or "их" or "ых" || word.EndsWith("ого", StringComparison.Ordinal)
            || word.EndsWith("его", StringComparison.Ordinal) || word.EndsWith("ому", StringComparison.Ordinal) || word.EndsWith("ему", StringComparison.Ordinal));
}
