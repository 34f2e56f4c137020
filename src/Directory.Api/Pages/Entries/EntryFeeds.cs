using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Feeds about one center or one territory: the calendar and a feed of its events, a feed of its news.</summary>
internal static class EntryFeeds
{
    private static readonly (FeedSubject Subject, string Extension)[] Offered =
        [(FeedSubject.Events, "ics"), (FeedSubject.Events, "rss"), (FeedSubject.News, "rss")];

    /// <summary>The feeds.</summary>
    /// <param name="language">Language of the page, and of the feeds.</param>
    /// <param name="owner">What kind of entry it is.</param>
    /// <param name="slug">Its slug.</param>
    public static IReadOnlyList<PageFeed> Of(PageLanguage language, FeedOwner owner, string slug) =>
        [.. Offered.Select(offer => Feed(language, new FeedAddress(FeedNames.Of(offer.Subject), FormatOf(offer.Extension), owner, slug)))];

    private static PageFeed Feed(PageLanguage language, FeedAddress address)
    {
        var type = address.Format.ContentType;
        var isCalendar = address.Format.Extension == "ics";
        var title = isCalendar ? language.Pick("календарь событий (iCalendar)", "calendar of events (iCalendar)")
            : address.Subject.Subject == FeedSubject.Events ? language.Pick("события (RSS)", "events (RSS)")
            : language.Pick("новости (RSS)", "news (RSS)");
        return new PageFeed(address.Path, type[..type.IndexOf(';', StringComparison.Ordinal)], title);
    }

    private static FeedFormat FormatOf(string extension) => FeedFormat.All.First(format => format.Extension == extension);
}
