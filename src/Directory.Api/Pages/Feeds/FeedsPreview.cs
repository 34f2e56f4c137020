using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Syndication;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>What the choice gives just now.</summary>
internal sealed class FeedsPreview(PageLanguage language, string origin, FeedsView view)
{
    private readonly EventWords words = new(language.Locale);
    private readonly FeedAddresses addresses = new(origin);

    /// <summary>The section.</summary>
    public Html Render() => Html.Of($"""
        <section id="preview" aria-labelledby="now">
        <h2 id="now">{Heading}</h2>
        {(view.Events.Count + view.Items.Count == 0
            ? Html.Of($"<p>{T("Сейчас ничего не подходит; ссылки ниже всё равно работают и пополнятся сами.", "Nothing fits just now; the links below work all the same and will fill by themselves.")}</p>")
            : Html.Of($"""<ul class="feed-preview">{Html.Each(view.Events, Event)}{Html.Each(view.Items, Item)}</ul>"""))}
        </section>
        """);

    private string Heading => view.Feed.Subject != FeedSubject.Events ? T("Последнее", "The latest")
        : view.IsToCome || view.Events.Count == 0 ? T("Ближайшие события", "Next events")
        : T("Предстоящих нет, последние из прошедших и недатированных", "None is to come; the last of those over or undated");

    private Html Event(EventEntry entry)
    {
        var item = entry.Event;
        var trouble = words.Trouble(entry) is { } text ? Html.Of($"""<span class="trouble">{text}</span>""") : Html.Nothing;
        var place = words.Where(entry) is { } where ? Html.Of($"""<span class="about">{where}</span>""") : Html.Nothing;
        return Html.Of($"""
            <li>
            <span class="feed-when">{words.When(entry) ?? T("дата не названа", "no date is told")}</span>
            <a class="title" href="{addresses.Event(item)}">{words.Title(item)}</a>
            {trouble}
            {place}
            {AddLinks(entry)}
            </li>
            """);
    }

    /// <summary>A calendar that cannot tell that a date is vague is not offered one that is.</summary>
    private Html AddLinks(EventEntry entry)
    {
        if (CalendarPlacement.Of(entry) is not { } placement)
        {
            return Html.Nothing;
        }

        var title = words.Title(entry.Event);
        var file = Html.Of($"""<a href="{addresses.CalendarOf(entry.Event)}" aria-label="{T("В календарь, файл", "Add to calendar, file")}: {title}">{T("В календарь", "Add to calendar")}</a>""");
        if (placement.IsVague || placement.IsFormer || EventState.Of(entry.Event, placement) == "CANCELLED")
        {
            return Html.Of($"""<span class="feed-ways">{file}</span>""");
        }

        var links = new CalendarLinks(words, addresses);
        return Html.Of($"""
            <span class="feed-ways">{file} <a href="{links.Google(entry, placement)}" aria-label="Google: {title}">Google</a> <a href="{links.Outlook(entry, placement)}" aria-label="Outlook: {title}">Outlook</a></span>
            """);
    }

    private static Html Item(FeedItem item) => Html.Of($"""
        <li>
        <span class="feed-when">{item.PublishedOn ?? item.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""}</span>
        <a class="title" href="{item.Link}">{item.Title}</a>
        <span class="about">{item.Summary ?? ""}</span>
        </li>
        """);

    private string T(string russian, string english) => language.Pick(russian, english);
}
