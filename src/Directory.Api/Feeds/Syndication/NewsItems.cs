using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Tells news as items of a feed; the link leads to the original.</summary>
internal sealed class NewsItems(Locale locale, FeedIds ids, FeedAddresses addresses)
{
    /// <summary>The item of a news item.</summary>
    /// <param name="item">The news item.</param>
    /// <param name="place">Its territory; null if it has none.</param>
    public FeedItem Of(NewsItem item, FeedPlace? place)
    {
        var page = addresses.News(item);
        return new FeedItem(
            ids.Tag("news", item.Id), locale == Locale.En && item.NameEn is { } english ? english : item.Title,
            item.Url is { } url ? FeedAddresses.Of(url) : page, item.UpdatedAt)
        {
            Page = page,
            Published = item.PublishedAt,
            PublishedOn = item.PublishedAt is null ? Day(item.PublishedOn) : null,
            Summary = item.Summary,
            Content = item.Text is { Length: > 0 } text ? Html.Each(FeedHtml.Paragraphs(text), line => Html.Of($"<p>{line}</p>")).Markup : null,
            Author = (item.Author, item.Publisher) switch
            {
                ({ } author, { } publisher) => $"{author}, {publisher}",
                var (author, publisher) => author ?? publisher,
            },
            Categories = place is null ? [] : [new FeedCategory("territory", place.Slug, new EventWords(locale).Name(place))],
        };
    }

    /// <summary>A day, month or year that is certain (W3CDTF).</summary>
    private static string? Day(FuzzyDate? date) => date is { IsInterval: false } known && !known.Value.AsSpan().ContainsAny("X~?%") ? known.Value : null;
}
