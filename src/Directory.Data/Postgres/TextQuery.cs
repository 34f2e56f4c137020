using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Postgres;

/// <summary>A question in the words of <c>tsquery</c>. Terms have letters and digits only, so nothing in them can be read as an operator.</summary>
internal static class TextQuery
{
    /// <summary>Weight of stems of names.</summary>
    public const string Names = "A";

    /// <summary>Weights of stems of names and places.</summary>
    public const string NamesAndPlaces = "AB";

    /// <param name="query">The question.</param>
    /// <param name="weights">Where its terms may stand; anywhere unless stated.</param>
    public static string Of(SearchQuery query, string weights = "") => string.Join(" & ", query.Groups.Select(group => Of(group, weights)));

    private static string Of(SearchGroup group, string weights) =>
        $"({string.Join(" | ", group.Alternatives.Select(terms => $"({string.Join(" & ", terms.Select(term => Of(term, weights)))})"))})";

    private static string Of(SearchTerm term, string weights)
    {
        var sign = (term.IsPrefix ? "*" : "") + weights;
        return sign.Length == 0 ? $"'{term.Text}'" : $"'{term.Text}':{sign}";
    }
}
