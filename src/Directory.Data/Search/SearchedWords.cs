namespace CenterDirectory.Data.Search;

/// <summary>Words that are looked for in texts without an index: what every form of them begins with.</summary>
public static class SearchedWords
{
    /// <summary>The stems of the words of a text, in the form of folded texts; words that only join others are left out if there are more.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = SearchText.Fold(text)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var telling = words.Where(word => !SearchStems.IsJoining(word)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(word => SearchStems.Of(word).ToString())];
    }
}
