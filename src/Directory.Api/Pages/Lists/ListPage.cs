using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Pages.Entries.LinkedData;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>A list of entries with a form that narrows it.</summary>
internal sealed class ListPage(ListReading reading, EntryList list)
{
    private readonly PageLanguage language = reading.Language;
    private readonly EntryCards cards = new(reading.Language, reading.Day);
    private readonly IListKind kind = list.Kind;

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language, $"{Title} – CenterDirectory", Head(), PageLayout.Languages(language, list.Address(list.Filter.Page)), Html.Of($"""
            <section class="hero">
            <h1>{Title}</h1>
            <p class="lead">{language.Pick(kind.Lead)}</p>
            {Others()}
            </section>
            <section aria-labelledby="list">
            {new ListForm(language, list).Render()}
            <h2 id="list">{Count()}</h2>
            {Results()}
            {Pages()}
            {Subscription()}
            </section>
            """));

    private string Title => list.Territory is { } territory ? $"{language.Pick(kind.Title)}: {cards.Name(territory)}" : language.Pick(kind.Title);

    private Html Head()
    {
        var head = new PageHead(language, reading.Origin)
        {
            Path = list.Address(list.Filter.Page),
            Title = Title,
            Description = language.Pick(kind.Lead),
        };
        // Lists of search results would fill the indexes of search engines without end.
        var robots = list.Filter.Words is null && list.IsKnown ? Html.Nothing : Html.Of($"""<meta name="robots" content="noindex, follow">""");
        return Html.Of($"""
            {head.Render()}
            {(list.Filter.Page > 1 ? Html.Of($"""<link rel="prev" href="{Address(list.Filter.Page - 1)}">""") : Html.Nothing)}
            {(list.Filter.Page < list.LastPage ? Html.Of($"""<link rel="next" href="{Address(list.Filter.Page + 1)}">""") : Html.Nothing)}
            {robots}
            <script type="application/ld+json">{new Html(JsonSerializer.Serialize(Data(), LinkedDataWriter.Options))}</script>
            """);
    }

    private JsonObject Data()
    {
        var terms = new LinkedTerms(cards, language, reading.Origin);
        var first = ((list.Filter.Page - 1) * EntryList.PageSize) + 1;
        return JsonLd.Graph(JsonLd.Of("ItemList")
            .With("name", Title)
            .With("numberOfItems", list.Total)
            .With("itemListElement", list.Entries.Select((entry, index) => JsonLd.Of("ListItem").With("position", first + index).With("item", terms.Reference(entry)))));
    }

    /// <summary>The other lists; a territory and words that were chosen stay: what is no center may be a service.</summary>
    private Html Others()
    {
        var query = (list.Filter with { Chosen = new Dictionary<string, string>(), Territory = list.Territory?.Slug }).Query(1);
        return Html.Of($"""
            <nav class="contents" aria-label="{T("Списки", "Lists")}">
            <ul>
            {Html.Each(ListKinds.All, other => other == kind
                ? Html.Of($"""<li><a href="{SitePaths.InLanguage(other.Place.Path + query, language)}" aria-current="page">{language.Pick(other.Place.Title)}</a></li>""")
                : Html.Of($"""<li><a href="{SitePaths.InLanguage(other.Place.Path + query, language)}">{language.Pick(other.Place.Title)}</a></li>"""))}
            </ul>
            </nav>
            """);
    }

    private string Count() => list.Total == 0
        ? T("Ничего не нашлось", "Nothing was found")
        : $"{(list.IsCut ? T("Самые подходящие: ", "The best ones: ") : "")}{language.Number(list.Total)} {language.Noun(list.Total, kind.Noun)}";

    private Html Results()
    {
        if (!list.IsKnown)
        {
            return Html.Of($"""<p class="notice" role="status">{T("Такой территории или такого значения в справочнике нет. Выберите из списков.", "The directory knows no such territory or value. Choose from the lists.")}</p>""");
        }

        if (list.Total == 0)
        {
            return Html.Of($"""<p>{T(
                "Попробуйте убрать один из отборов, написать короче или поискать то же в других списках – ссылки на них под заголовком. Записи может не быть и потому, что ни один источник её не назвал.",
                "Try without one of the filters, with fewer words, or look for the same in the other lists, to which the links below the title lead. An entry may also be missing because no source names it.")}</p>""");
        }

        return new EntryHtml(language, reading.Origin).Blocks([new Cards(list.Cards)]);
    }

    private Html Pages()
    {
        var page = list.Filter.Page;
        return list.LastPage == 1 ? Html.Nothing : Html.Of($"""
            <nav class="pages" aria-label="{T("Страницы списка", "Pages of the list")}">
            {(page > 1 ? Link(page - 1, T("Предыдущая", "Previous"), "prev") : Html.Nothing)}
            <span>{T($"Страница {page} из {list.LastPage}", $"Page {page} of {list.LastPage}")}</span>
            {(page < list.LastPage ? Link(page + 1, T("Следующая", "Next"), "next") : Html.Nothing)}
            </nav>
            """);
    }

    /// <summary>The same choice as something to follow: lists and feeds share their words.</summary>
    private Html Subscription()
    {
        if (kind.Feed is not { } feed || !list.IsKnown)
        {
            return Html.Nothing;
        }

        var query = feed == "events" ? list.Filter.Query(1) : list.Filter.Query(1, KeyValuePair.Create("feed", feed));
        return Html.Of($"""
            <p class="remark"><a href="{SitePaths.InLanguage(SiteMenu.Feeds.Path + query, language)}">{T("Подписаться на эту выборку", "Subscribe to this choice")}</a>: {(feed == "events" ? T("календарь, RSS, таблица", "calendar, RSS, spreadsheet") : "RSS, Atom, JSON Feed")}.</p>
            """);
    }

    private Html Link(int page, string text, string relation) => Html.Of($"""<a href="{Address(page)}" rel="{relation}">{text}</a>""");

    private string Address(int page) => SitePaths.InLanguage(list.Address(page), language);

    private string T(string russian, string english) => language.Pick(russian, english);
}
