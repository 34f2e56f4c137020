namespace CenterDirectory.Data.Search;

/// <summary>Understands a question as people type it.</summary>
/// <param name="synonyms">Words that mean the same.</param>
internal sealed class SearchQueryReader(SearchSynonyms synonyms)
{
    /// <summary>Words beyond these are not looked for: each costs the index a look.</summary>
    public const int MaximumGroups = 12;

    private const int MinimumPrefix = 2;
    private const int MinimumCorrectable = 5;

    /// <summary>Reads a text; whatever is neither letter nor digit only separates words.</summary>
    public SearchQuery Read(string text)
    {
        var words = TypedWord.Of(text);
        var groups = new List<SearchGroup>();
        for (var i = 0; i < words.Count && groups.Count < MaximumGroups;)
        {
            var (group, length) = words[i].IsNumber ? NumberAt(words, i) : synonyms.Find(words, i) ?? (null, 1);
            if (group is not null)
            {
                groups.Add(group);
            }
            else if (!words[i].IsJoining)
            {
                groups.Add(GroupOf(words[i]));
            }

            i += length;
        }

        // Whoever types «для» may still mean «Дляново», and a question of such words alone is a question.
        return groups.Count == 0 && words.Count > 0
            ? new SearchQuery([GroupOf(words[^1])])
            : new SearchQuery([.. groups.DistinctBy(group => group.Expression)]);
    }

    private static SearchGroup GroupOf(TypedWord word)
    {
        var alternatives = new List<IReadOnlyList<SearchTerm>>();
        var isPrefix = word.IsLast && word.Text.Length >= MinimumPrefix;
        if (!isPrefix || word.Stem != word.Text)
        {
            alternatives.Add([new SearchTerm(word.Stem)]);
        }

        if (isPrefix)
        {
            alternatives.Add([new SearchTerm(word.Text, IsPrefix: true)]);
        }

        return new SearchGroup(alternatives, word.Text.Length >= MinimumCorrectable ? word.Stem : null);
    }

    /// <summary>Digits in groups are one number if they make a long one: ОГРН, ИНН, telephone.</summary>
    private static (SearchGroup Group, int Length) NumberAt(IReadOnlyList<TypedWord> words, int start)
    {
        var (digits, end) = JoinedFrom(words, start);
        var isLast = words[end - 1].IsLast;
        if (digits.Length >= SearchNumbers.MinimumLength)
        {
            var forms = SearchNumbers.FormsOfTyped(digits).Select(form => (IReadOnlyList<SearchTerm>)[new SearchTerm(form, isLast)]);
            return (new SearchGroup([.. forms]), end - start);
        }

        if (end - start > 1 && digits.Length >= 6 && words[start].IsHyphenated)
        {
            // 32-41-71 is a telephone of a town, 2018-2019 are two years.
            SearchTerm[] parts = [.. words.Skip(start).Take(end - start).Select(word => new SearchTerm(word.Text))];
            return (new SearchGroup([[new SearchTerm(digits)], parts]), end - start);
        }

        return (new SearchGroup([[new SearchTerm(words[start].Text, words[start].IsLast && words[start].Text.Length > MinimumPrefix)]]), 1);
    }

    private static (string Digits, int End) JoinedFrom(IReadOnlyList<TypedWord> words, int start)
    {
        var digits = words[start].Text;
        var end = start + 1;
        while (end < words.Count && words[end].IsNumber && words[end - 1].IsJoinedToNext && digits.Length + words[end].Text.Length <= SearchNumbers.MaximumLength)
        {
            digits += words[end++].Text;
        }

        return (digits, end);
    }
}
