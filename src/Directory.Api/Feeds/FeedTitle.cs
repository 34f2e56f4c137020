using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds;

/// <summary>What a feed is called: what it tells of, and how it was narrowed.</summary>
internal static class FeedTitle
{
    private static readonly Dictionary<FeedSubject, LocalizedText> Subjects = new()
    {
        [FeedSubject.Events] = new("События", "Events"),
        [FeedSubject.News] = new("Новости", "News"),
        [FeedSubject.Changes] = new("Изменения справочника", "Changes of the directory"),
    };

    private static readonly Dictionary<FeedSubject, LocalizedText> Descriptions = new()
    {
        [FeedSubject.Events] = new("События ресурсных центров для НКО; сведения из открытых источников.", "Events of resource centers for non-profits; facts from public sources."),
        [FeedSubject.News] = new("Новости о ресурсных центрах для НКО; сведения из открытых источников.", "News about resource centers for non-profits; facts from public sources."),
        [FeedSubject.Changes] = new("Что добавилось, изменилось и снято в справочнике ресурсных центров.", "What was added, changed and removed in the directory of resource centers."),
    };

    /// <summary>The title.</summary>
    public static string Of(FeedSubject subject, FeedQuery query, FeedScope scope)
    {
        var locale = query.Filter.Locale;
        var parts = scope.Territories.Concat(scope.Centers).Select(entry => entry.In(locale)).Concat(Labels(subject, query)).ToList();
        return $"{Subjects[subject].In(locale)}{(parts.Count == 0 ? "" : $": {string.Join(", ", parts)}")} – CenterDirectory";
    }

    /// <summary>The description.</summary>
    public static string Description(FeedSubject subject, Locale locale) => Descriptions[subject].In(locale);

    private static IEnumerable<string> Labels(FeedSubject subject, FeedQuery query)
    {
        foreach (var (name, value) in query.Stated.Where(pair => pair.Key is not ("lang" or "limit" or "after" or "delimiter" or "territory" or "center" or "event")))
        {
            var terms = FeedParameters.Of(subject).First(parameter => parameter.Name == name).Terms;
            var labels = value.Split(',').Select(text => terms.FirstOrDefault(term => term.Value.Equals(text, StringComparison.OrdinalIgnoreCase))?.Label.In(query.Filter.Locale));
            yield return terms.Count > 0 ? string.Join(", ", labels).ToLowerInvariant() : name is "from" or "to" ? $"{name} {value}" : $"«{value}»";
        }
    }
}
