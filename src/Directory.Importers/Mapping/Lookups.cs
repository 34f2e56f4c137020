using System.Collections.Frozen;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The lookups of a manifest.</summary>
internal sealed class Lookups(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> byName)
{
    public IEnumerable<string> Names => byName.Keys;

    public Lookup? Find(string name) => byName.TryGetValue(name, out var words) ? new Lookup(words) : null;
}

/// <summary>
/// One translation of words. Case, ё, punctuation and the kind of spaces do not matter, unless the lookup itself tells them apart.
/// Patterns are tried in their order when no word fits.
/// </summary>
internal sealed class Lookup
{
    private readonly FrozenDictionary<string, string?> exact;
    private readonly FrozenDictionary<string, string?> folded;
    private readonly WordPattern[] patterns;

    public Lookup(IReadOnlyDictionary<string, string?> words)
    {
        patterns = [.. words.Where(word => WordPattern.IsPattern(word.Key)).Select(word => WordPattern.Of(word.Key, word.Value))];
        Meanings = [.. words.Values.OfType<string>().Where(meaning => !meaning.Contains('$', StringComparison.Ordinal)).Distinct()];
        exact = words.Where(word => !WordPattern.IsPattern(word.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        folded = exact.GroupBy(word => SearchText.Fold(word.Key) ?? "", word => word.Value, StringComparer.Ordinal)
            .Where(group => group.Distinct().Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>What the words mean, without repetitions; what a pattern makes out of a word is not known before.</summary>
    public IEnumerable<string> Meanings { get; }

    public bool TryTranslate(string word, out string? meaning) =>
        exact.TryGetValue(word, out meaning)
        || (folded.Count > 0 && folded.TryGetValue(SearchText.Fold(word) ?? "", out meaning))
        || TryMatch(word, out meaning);

    private bool TryMatch(string word, out string? meaning)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.TryTranslate(word, out meaning))
            {
                return true;
            }
        }

        meaning = null;
        return false;
    }
}
