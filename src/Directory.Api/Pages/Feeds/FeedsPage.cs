using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>Where a journalist chooses what to follow, sees what that gives, and takes the link along.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="origin">Scheme and host for addresses that people copy.</param>
/// <param name="view">What was chosen and what it gives.</param>
internal sealed class FeedsPage(PageLanguage language, string origin, FeedsView view)
{
    /// <summary>What this page may do: its script asks this site, its form leads back to it.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<FeedSubject, LocalizedText> Names = new()
    {
        [FeedSubject.Events] = new("События", "Events"),
        [FeedSubject.News] = new("Новости", "News"),
        [FeedSubject.Changes] = new("Изменения справочника", "Changes of the directory"),
    };

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("Ленты и календари – CenterDirectory", "Feeds and calendars – CenterDirectory"),
        Head(),
        PageLayout.Languages(language, "/feeds"),
        Html.Of($"""
            <section class="hero">
            <h1>{T("Ленты и календари", "Feeds and calendars")}</h1>
            <p class="lead">{T(
                "Выберите регион и темы, посмотрите, что подходит, и возьмите постоянную ссылку: она работает в календаре, в программе для чтения лент и в таблице, без ключа и регистрации.",
                "Choose a region and topics, see what fits, and take a permanent link along: it works in a calendar, a feed reader and a spreadsheet, without a key or an account.")}</p>
            <nav class="sections" aria-label="{T("Что читать", "What to follow")}">
            {Html.Each(FeedNames.All, Tab)}
            </nav>
            </section>
            {new FeedsForm(language, view).Render()}
            {Trouble()}
            {(view.Wrong.Count > 0 ? Html.Nothing : Html.Of($"{new FeedsPreview(language, origin, view).Render()}{new FeedsLinks(language, origin, view).Render()}"))}
            """));

    private Html Head()
    {
        var head = new PageHead(language, origin)
        {
            Path = SiteMenu.Feeds.Path,
            Title = T("Ленты и календари", "Feeds and calendars"),
            Description = T(
                "Постоянные ссылки на события и новости ресурсных центров: iCalendar, RSS, Atom, JSON Feed и CSV.",
                "Permanent links to events and news of resource centers: iCalendar, RSS, Atom, JSON Feed and CSV."),
        };
        var formats = view.Wrong.Count > 0 ? [] : FeedFormat.Of(view.Feed.Subject);
        return Html.Of($"""
            {head.Render()}
            {Html.Each(formats, format => Html.Of($"""<link rel="alternate" type="{format.ContentType.Split(';')[0]}" title="{format.Name}" href="{FeedsLinks.Address(origin, view, format)}">"""))}
            <script src="{PageAsset.FeedsScript.Address}" defer></script>
            """);
    }

    private Html Tab(FeedNames feed)
    {
        var address = feed.Subject == FeedSubject.Events ? $"/feeds?lang={language.Code}" : $"/feeds?feed={feed.Segment}&lang={language.Code}";
        return feed == view.Feed
            ? Html.Of($"""<a href="{address}" aria-current="page">{language.Pick(Names[feed.Subject])}</a>""")
            : Html.Of($"""<a href="{address}">{language.Pick(Names[feed.Subject])}</a>""");
    }

    private Html Trouble() => view.Wrong.Count == 0 ? Html.Nothing : Html.Of($"""
        <section id="result" aria-labelledby="wrong">
        <h2 id="wrong">{T("Так не получится", "That does not work")}</h2>
        <ul class="trouble" role="alert">
        {Html.Each(view.Wrong, wrong => Html.Of($"<li>{language.Pick(wrong.Message)}</li>"))}
        </ul>
        </section>
        """);

    private string T(string russian, string english) => language.Pick(russian, english);
}
