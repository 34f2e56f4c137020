using System.Text;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Words and expressions that mean the same, from a text file: expressions of one line, with <c>=</c> between them, stand for each other;
/// <c>#</c> starts a comment. They are looked for in questions, so a new file needs no new index.
/// </summary>
internal sealed class SearchSynonyms
{
    private const int LongestExpression = 6;
    private const int MaximumAlternatives = 8;

    private readonly Dictionary<string, List<SearchTerm[]>> byExpression = new(StringComparer.Ordinal);

    private SearchSynonyms()
    {
    }

    /// <summary>Those that the program brings along.</summary>
    public static SearchSynonyms Bundled { get; } = Parse(ReadBundled());

    /// <summary>Reads a file of an operator; the bundled ones if there is none.</summary>
    public static SearchSynonyms Load(string? file) => file is null ? Bundled : Parse(File.ReadAllText(file));

    /// <summary>Reads the text of such a file.</summary>
    public static SearchSynonyms Parse(string text)
    {
        var synonyms = new SearchSynonyms();
        foreach (var line in text.Split('\n'))
        {
            var expressions = line.Split('#')[0].Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(TypedWord.Of).Where(words => words.Count is > 0 and <= LongestExpression && TermsOf(words).Length > 0).Take(MaximumAlternatives).ToList();
            foreach (var expression in expressions)
            {
                synonyms.Add(KeyOf(expression), expressions);
            }
        }

        return synonyms;
    }

    /// <summary>The longest known expression that starts at a word, with all that may stand in its place; null if there is none.</summary>
    public (SearchGroup? Group, int Length)? Find(IReadOnlyList<TypedWord> words, int start)
    {
        for (var length = Math.Min(LongestExpression, words.Count - start); length > 0; length--)
        {
            var typed = words.Skip(start).Take(length).ToList();
            if (!byExpression.TryGetValue(KeyOf(typed), out var alternatives))
            {
                continue;
            }

            var last = typed[^1];
            return last.IsLast
                ? (new SearchGroup([.. alternatives, [.. TermsOf(typed.SkipLast(1)), new SearchTerm(last.Text, IsPrefix: true)]]), length)
                : (new SearchGroup(alternatives), length);
        }

        return null;
    }

    private void Add(string key, List<IReadOnlyList<TypedWord>> expressions)
    {
        if (!byExpression.TryGetValue(key, out var alternatives))
        {
            byExpression.Add(key, alternatives = []);
        }

        foreach (var terms in expressions.Select(TermsOf).Where(terms => terms.Length > 0 && !alternatives.Exists(known => known.SequenceEqual(terms))))
        {
            alternatives.Add(terms);
        }
    }

    /// <summary>What of an expression stands in the index; «СО НКО» is more than its second word, so a joining word there counts.</summary>
    private static SearchTerm[] TermsOf(IEnumerable<TypedWord> words) =>
        [.. words.Where(word => !word.IsJoining).Select(word => new SearchTerm(word.Stem))];

    private static string KeyOf(IEnumerable<TypedWord> words) => string.Join(' ', words.Select(word => word.Stem));

    private static string ReadBundled()
    {
        using var stream = typeof(SearchSynonyms).Assembly.GetManifestResourceStream("Search/synonyms.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
