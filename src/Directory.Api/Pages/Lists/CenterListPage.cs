using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>The list of centers with a form that narrows it.</summary>
internal sealed class CenterListPage(PageLanguage language, string origin, DateOnly today, CenterList list)
{
    private static readonly Noun Centers = new("центр", "центра", "центров", "center", "centers");

    private readonly EntryCards cards = new(language, today);

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language, $"{Title} – CenterDirectory", Head(), PageLayout.Languages(language, list.Filter.Address(list.Filter.Page)), Html.Of($"""
            <section class="hero">
            <h1>{Title}</h1>
            <p class="lead">{T("Где поддерживают некоммерческие организации и инициативы: чем, кого и как туда обратиться.", "Where non-profits and initiatives get support: what kind, for whom, and how to ask for it.")}</p>
            </section>
            <section aria-labelledby="list">
            {Form()}
            <h2 id="list">{Count()}</h2>
            {Results()}
            {Pages()}
            </section>
            """));

    private string Title => list.Territory is { } territory
        ? $"{T("Ресурсные центры", "Resource centers")}: {cards.Name(territory)}"
        : T("Ресурсные центры", "Resource centers");

    private Html Head()
    {
        var head = new PageHead(language, origin)
        {
            Path = list.Filter.Address(list.Filter.Page),
            Title = Title,
            Description = T("Ресурсные центры для НКО: виды поддержки, для кого, где находятся. Список с отбором по территории и виду поддержки.",
                "Resource centers for non-profits: kinds of support, for whom, where they are. A list that can be narrowed by territory and kind of support."),
        };
        // Lists of search results would fill the indexes of search engines without end.
        var robots = list.Filter.Words is null && list.IsKnown ? Html.Nothing : Html.Of($"""<meta name="robots" content="noindex, follow">""");
        return Html.Of($"""
            {head.Render()}
            {robots}
            <script type="application/ld+json">{new Html(JsonSerializer.Serialize(Data(), LinkedDataWriter.Options))}</script>
            """);
    }

    private JsonObject Data()
    {
        var terms = new LinkedTerms(cards, language, origin);
        var first = ((list.Filter.Page - 1) * CenterList.PageSize) + 1;
        return JsonLd.Graph(JsonLd.Of("ItemList")
            .With("name", Title)
            .With("numberOfItems", list.Total)
            .With("itemListElement", list.Centers.Select((center, index) => JsonLd.Of("ListItem").With("position", first + index).With("item", terms.Reference(center)))));
    }

    private Html Form() => Html.Of($"""
        <form class="filters" method="get" action="{SiteMenu.Centers.Path}" role="search" aria-label="{T("Отбор центров", "Narrow the list")}">
        <input type="hidden" name="lang" value="{language.Code}">
        <label>{T("Название или место", "Name or place")}
        <input type="search" name="{CenterFilter.WordsParameter}" value="{list.Filter.Words}" maxlength="200"></label>
        <label>{T("Территория", "Territory")}
        <select name="{CenterFilter.TerritoryParameter}">
        {Option("", T("Вся страна", "The whole country"), list.Territory is null)}
        {Other()}
        {Html.Each(list.Regions, region => Option(region.Slug, cards.Name(region), region.Id == list.Territory?.Id))}
        </select></label>
        <label>{T("Вид поддержки", "Kind of support")}
        <select name="{CenterFilter.SupportParameter}">
        {Option("", T("Любой", "Any"), list.Filter.Support is null)}
        {Html.Each(Enum.GetValues<SupportKind>(), kind => Option(CenterFilter.ValueOf(kind), Labels.Of(language, kind), kind == list.Filter.Support))}
        </select></label>
        <button class="button" type="submit">{T("Показать", "Show")}</button>
        </form>
        """);

    /// <summary>A territory that is no region was asked for by a link.</summary>
    private Html Other() => list.Territory is { Kind: not TerritoryKind.Region } territory ? Option(territory.Slug, cards.Name(territory), isChosen: true) : Html.Nothing;

    private static Html Option(string value, string text, bool isChosen) =>
        isChosen ? Html.Of($"""<option value="{value}" selected>{text}</option>""") : Html.Of($"""<option value="{value}">{text}</option>""");

    private string Count() => list.Total == 0
        ? T("Таких центров не нашлось", "No such centers are known")
        : $"{language.Number(list.Total)} {language.Noun(list.Total, Centers)}";

    private Html Results()
    {
        if (!list.IsKnown)
        {
            return Html.Of($"""<p class="notice" role="status">{T("Такой территории или такого вида поддержки в справочнике нет. Выберите из списков.", "The directory knows no such territory or kind of support. Choose from the lists.")}</p>""");
        }

        if (list.Total == 0)
        {
            return Html.Of($"""<p>{T("Попробуйте убрать один из отборов. Центра может не быть и потому, что ни один источник его не назвал.", "Try without one of the filters. A center may also be missing because no source names it.")}</p>""");
        }

        return new EntryHtml(language, origin).Blocks([new Cards([.. list.Centers.Select(cards.Center)])]);
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

    private Html Link(int page, string text, string relation) =>
        Html.Of($"""<a href="{SitePaths.InLanguage(list.Filter.Address(page), language)}" rel="{relation}">{text}</a>""");

    private string T(string russian, string english) => language.Pick(russian, english);
}
