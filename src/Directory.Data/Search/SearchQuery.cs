namespace CenterDirectory.Data.Search;

/// <summary>A word that is looked for.</summary>
/// <param name="Text">Its stem, or its beginning; letters and digits only.</param>
/// <param name="IsPrefix">Whether all words that begin with it will do.</param>
internal readonly record struct SearchTerm(string Text, bool IsPrefix = false);

/// <summary>What one word or expression of a question may stand there as.</summary>
/// <param name="Alternatives">One of these, all terms of it.</param>
/// <param name="Correctable">The stem that nearest words are looked for, if nothing has it; null for numbers, short words and expressions.</param>
internal sealed record SearchGroup(IReadOnlyList<IReadOnlyList<SearchTerm>> Alternatives, string? Correctable = null)
{
    /// <summary>Whether the word may be the beginning of another.</summary>
    public bool IsPrefix => Alternatives.Any(terms => terms[^1].IsPrefix);

    public string Expression => Alternatives.Count == 1
        ? All(Alternatives[0])
        : $"({string.Join(" OR ", Alternatives.Select(terms => terms.Count == 1 ? All(terms) : $"({All(terms)})"))})";

    private static string All(IReadOnlyList<SearchTerm> terms) => string.Join(" AND ", terms.Select(Quote));

    /// <summary>Terms have letters and digits only, so nothing in them can be read as an operator; quotes keep AND and NEAR words.</summary>
    private static string Quote(SearchTerm term) => $"\"{term.Text}\"{(term.IsPrefix ? "*" : "")}";
}

/// <summary>A question, understood: all groups must be found.</summary>
internal sealed record SearchQuery(IReadOnlyList<SearchGroup> Groups)
{
    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Groups.Count == 0;

    /// <summary>The question in the words of FTS5.</summary>
    public string Expression { get; } = string.Join(" AND ", Groups.Select(group => group.Expression));

    /// <summary>The terms of all alternatives.</summary>
    public IEnumerable<SearchTerm> Terms => Groups.SelectMany(group => group.Alternatives).SelectMany(terms => terms).Distinct();

    public bool Equals(SearchQuery? other) => other is not null && Expression == other.Expression;

    public override int GetHashCode() => Expression.GetHashCode(StringComparison.Ordinal);
}
