namespace CenterDirectory.Data.Search;

/// <summary>What long words may have been meant to be, if nothing has them.</summary>
internal sealed class SearchCorrections
{
    /// <summary>Words of one question that are corrected; each costs a look for hundreds of others.</summary>
    public const int MaximumWords = 3;

    private const int MaximumAlternatives = 10;

    private readonly Dictionary<SearchGroup, IReadOnlySet<string>> edits;

    public SearchCorrections(IReadOnlyList<SearchGroup> groups)
    {
        edits = groups.ToDictionary(group => group, group => Spelling.EditsOf(group.Correctable!));
        Whole = [.. edits.SelectMany(pair => pair.Value).Concat(Typed(groups, isPrefix: false)).Distinct()];
        Begun = [.. edits.Where(pair => pair.Key.IsPrefix).SelectMany(pair => pair.Value).Concat(Typed(groups, isPrefix: true)).Distinct()];
    }

    /// <summary>Terms to look up as whole ones.</summary>
    public IReadOnlyList<string> Whole { get; }

    /// <summary>Terms to look up as beginnings.</summary>
    public IReadOnlyList<string> Begun { get; }

    /// <summary>The question with what is known in place of what is not; null if nothing better is known.</summary>
    public SearchQuery? Apply(SearchQuery query, IReadOnlySet<SearchTerm> known)
    {
        var groups = query.Groups.Select(group => edits.TryGetValue(group, out var near) ? Correct(group, near, known) : group).ToList();
        return groups.SequenceEqual(query.Groups) ? null : new SearchQuery(groups);
    }

    private static SearchGroup Correct(SearchGroup group, IReadOnlySet<string> near, IReadOnlySet<SearchTerm> known)
    {
        if (group.Alternatives.Any(terms => known.Contains(terms[0])))
        {
            return group;
        }

        var found = known.Where(term => near.Contains(term.Text) && (group.IsPrefix || !term.IsPrefix))
            .OrderBy(term => term.IsPrefix).ThenBy(term => term.Text, StringComparer.Ordinal).Take(MaximumAlternatives);
        IReadOnlyList<SearchTerm>[] alternatives = [.. found.Select(term => (IReadOnlyList<SearchTerm>)[term])];
        return alternatives.Length == 0 ? group : new SearchGroup(alternatives);
    }

    private static IEnumerable<string> Typed(IEnumerable<SearchGroup> groups, bool isPrefix) =>
        groups.SelectMany(group => group.Alternatives).SelectMany(terms => terms).Where(term => term.IsPrefix == isPrefix).Select(term => term.Text);
}
