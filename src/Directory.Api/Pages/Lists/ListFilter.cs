using System.Globalization;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>What a reader wants to see of a list: what its form or its address says.</summary>
/// <param name="Territory">ФНС code, ISO code, ОКТМО or slug; null for everywhere.</param>
/// <param name="Words">Words to look for; null for all.</param>
/// <param name="Chosen">Values of the list's own choices, by name, as their terms write them.</param>
/// <param name="Page">Which page of the list, from 1.</param>
/// <param name="IsKnown">Whether all of it could be understood.</param>
internal sealed record ListFilter(string? Territory, string? Words, IReadOnlyDictionary<string, string> Chosen, int Page, bool IsKnown)
{
    /// <summary>Names of the parameters that every list has.</summary>
    public const string TerritoryParameter = "territory", WordsParameter = "q", PageParameter = "page";

    private const int MostLetters = 200;
    private const int MostPages = 10_000;

    /// <summary>What an address says.</summary>
    public static ListFilter Of(IQueryCollection query, IReadOnlyList<ListChoice> choices)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        var isKnown = true;
        foreach (var choice in choices)
        {
            if (Text(query, choice.Name) is { } text)
            {
                var term = choice.Terms.FirstOrDefault(term => string.Equals(term.Value, text, StringComparison.OrdinalIgnoreCase));
                isKnown &= term is not null;
                chosen[choice.Name] = term?.Value ?? text;
            }
        }

        var page = int.TryParse(Text(query, PageParameter), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated is > 0 and <= MostPages ? stated : 1;
        return new ListFilter(Text(query, TerritoryParameter), Text(query, WordsParameter), chosen, page, isKnown);
    }

    /// <summary>The query string that says the same of a page, without a language and with its question mark; empty if it says nothing.</summary>
    /// <param name="page">The page; the first one needs no word.</param>
    /// <param name="first">What stands in front of the rest.</param>
    public string Query(int page, params IEnumerable<KeyValuePair<string, string>> first)
    {
        var pairs = first.ToList();
        Add(TerritoryParameter, Territory);
        pairs.AddRange(Chosen);
        Add(WordsParameter, Words);
        Add(PageParameter, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                pairs.Add(new(name, value));
            }
        }
    }

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= MostLetters } text ? text : null;
}
