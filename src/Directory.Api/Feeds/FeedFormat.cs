using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds;

/// <summary>A format in which feeds are offered: endpoints, documents and the page are made of this table.</summary>
/// <param name="Extension">How addresses end.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Subjects">What it is offered for.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Meaning">What it is good for, in a sentence.</param>
internal sealed record FeedFormat(string Extension, string ContentType, FeedSubject Subjects, string Name, LocalizedText Meaning)
{
    /// <summary>Entries of a page unless the reader says how many; null for everything in one document.</summary>
    public int? PageSize { get; init; }

    /// <summary>All formats.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } =
    [
        new("ics", "text/calendar; charset=utf-8", FeedSubject.Events, "iCalendar", new(
            "Подписка в календаре: события появляются, переносятся и отменяются в нём сами. Для Outlook, Google Календаря, Apple, Thunderbird.",
            "A subscription in a calendar: events appear, move and are cancelled there by themselves. For Outlook, Google Calendar, Apple, Thunderbird.")),
        new("rss", "application/rss+xml; charset=utf-8", FeedSubject.Events | FeedSubject.News, "RSS", new(
            "Лента для программ чтения новостей: сначала то, что изменилось последним; есть и события без точной даты.",
            "A feed for news readers: what changed last comes first; events without an exact date are there too."))
        { PageSize = Usual },
        new("atom", "application/atom+xml; charset=utf-8", FeedSubject.Events | FeedSubject.News | FeedSubject.Changes, "Atom", new(
            "То же для программ, которые предпочитают Atom; так же публикуются все изменения справочника.",
            "The same for programs that prefer Atom; all changes of the directory are published like this too."))
        { PageSize = Usual },
        new("json", "application/feed+json; charset=utf-8", FeedSubject.Events | FeedSubject.News, "JSON Feed", new(
            "То же в JSON: удобно разработчику сайта.", "The same in JSON: handy for who builds a site."))
        { PageSize = Usual },
        new("csv", "text/csv; charset=utf-8", FeedSubject.Events, "CSV", new(
            "Таблица со всеми полями: открывается в Excel, Google Таблицах (IMPORTDATA) и LibreOffice.",
            "A table with all fields: opens in Excel, Google Sheets (IMPORTDATA) and LibreOffice.")),
    ];

    private const int Usual = 100;

    /// <summary>The formats of a subject.</summary>
    public static IEnumerable<FeedFormat> Of(FeedSubject subject) => All.Where(format => format.Subjects.HasFlag(subject));
}
