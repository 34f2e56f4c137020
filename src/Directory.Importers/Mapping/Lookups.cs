using System.Collections.Frozen;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The lookups of a manifest.</summary>
internal sealed class Lookups(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> byName)
{
    public IEnumerable<string> Names => byName.Keys;

    public Lookup? Find(string name) => byName.TryGetValue(name, out var words) ? new Lookup(words) : null;
}

/// <summary>One translation of words. Case, ё, punctuation and the kind of spaces do not matter, unless the lookup itself tells them apart.</summary>
internal sealed class Lookup
{
    private readonly FrozenDictionary<string, string?> exact;
    private readonly FrozenDictionary<string, string?> folded;

    public Lookup(IReadOnlyDictionary<string, string?> words)
    {
        exact = words.ToFrozenDictionary(StringComparer.Ordinal);
        folded = words.GroupBy(word => SearchText.Fold(word.Key) ?? "", word => word.Value, StringComparer.Ordinal)
            .Where(group => group.Distinct().Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>What the words mean, without repetitions.</summary>
    public IEnumerable<string> Meanings => exact.Values.OfType<string>().Distinct();

    public bool TryTranslate(string word, out string? meaning) =>
        exact.TryGetValue(word, out meaning) || folded.TryGetValue(SearchText.Fold(word) ?? "", out meaning);
}
