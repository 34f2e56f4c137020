using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>Territories by district, each with its number of centers: none is told as well.</summary>
internal sealed class TerritoryListPage(PageLanguage language, string origin, DateOnly today, TerritoryList list)
{
    private static readonly Noun Centers = new("центр", "центра", "центров", "center", "centers");

    private readonly EntryCards cards = new(language, today);

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language, $"{Title} – CenterDirectory",
        new PageHead(language, origin)
        {
            Path = SiteMenu.Territories.Path,
            Title = Title,
            Description = T("Сколько ресурсных центров для НКО известно в каждом регионе России и где их нет.", "How many resource centers for non-profits are known in each region of Russia, and where there are none."),
        }.Render(),
        PageLayout.Languages(language, SiteMenu.Territories.Path),
        Html.Of($"""
            <section class="hero">
            <h1>{Title}</h1>
            <p class="lead">{T("Сколько центров известно в каждом регионе. Страница территории говорит, какой поддержки там не хватает, и показывает события.", "How many centers are known in each region. The page of a territory tells what support is missing there and shows its events.")}</p>
            </section>
            <section aria-labelledby="regions">
            <h2 id="regions">{T("По федеральным округам", "By federal district")}</h2>
            {(list.Tops.Count == 0 ? Html.Of($"<p>{T("Территорий пока нет.", "There are no territories yet.")}</p>") : Groups())}
            </section>
            """));

    private string Title => T("Территории", "Territories");

    /// <summary>Districts first; a country stands behind them with what lies in no district.</summary>
    private Html Groups() => Html.Of($"""
        <div class="districts">
        {Html.Each(list.Tops.OrderByDescending(group => group.Top.Kind).ThenBy(group => cards.Name(group.Top), Order), Group)}
        </div>
        """);

    private Html Group(TerritoryGroup group) => Html.Of($"""
        <div>
        <h3>{Link(group.Top)}</h3>
        {(group.Regions.Count == 0 ? Html.Nothing : Html.Of($"""
            <ul class="tree">
            {Html.Each(group.Regions.OrderBy(cards.Name, Order), region => Html.Of($"<li>{Link(region)}</li>"))}
            </ul>
            """))}
        </div>
        """);

    private Html Link(Territory territory)
    {
        var count = list.Centers.GetValueOrDefault(territory.Id);
        var number = count == 0 ? T("нет известных", "none known") : $"{language.Number(count)} {language.Noun(count, Centers)}";
        return Html.Of($"""<span><a href="{SitePaths.InLanguage(EntryAddress.PathOf(EntryType.Territory, territory.Slug)!, language)}">{cards.Name(territory)}</a> <span class="quiet">– {number}</span></span>""");
    }

    private StringComparer Order => StringComparer.Create(language.Culture, ignoreCase: true);

    private string T(string russian, string english) => language.Pick(russian, english);
}
