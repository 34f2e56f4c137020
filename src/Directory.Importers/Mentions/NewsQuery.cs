using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Importers.Mentions;

/// <summary>A question to the index of search for texts that may hold a name: the beginnings of its words, all of them.</summary>
internal static class NewsQuery
{
    private const int MostWords = 6;

    public static string Of(NamePattern pattern, SqlDialect dialect)
    {
        var words = pattern.Words.Where(word => !SearchStems.IsJoining(word)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(MostWords);
        return dialect.Beginnings(words.Select(Beginning));
    }

    /// <summary>What the stems of all forms of a word begin with.</summary>
    private static string Beginning(string word) => word[..Math.Min(word.Length, Math.Clamp(word.Length - 3, 2, 4))];
}
