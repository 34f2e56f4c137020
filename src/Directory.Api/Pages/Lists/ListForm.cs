using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>The form that narrows a list: words, territory, and what the list itself offers. It works without a script.</summary>
internal sealed class ListForm(PageLanguage language, EntryList list)
{
    private readonly EntryCards cards = new(language, DateOnly.MinValue);

    /// <summary>The form.</summary>
    public Html Render() => Html.Of($"""
        <form class="filters" method="get" action="{list.Kind.Place.Path}" role="search" aria-label="{T("Отбор", "Narrow the list")}">
        <input type="hidden" name="lang" value="{language.Code}">
        <label>{T("Слова", "Words")}
        <input type="search" name="{ListFilter.WordsParameter}" value="{list.Filter.Words}" maxlength="200"></label>
        <label>{T("Территория", "Territory")}
        <select name="{ListFilter.TerritoryParameter}">
        {Option("", T("Вся страна", "The whole country"), list.Territory is null)}
        {Other()}
        {Html.Each(list.Regions, region => Option(region.Slug, cards.Name(region), region.Id == list.Territory?.Id))}
        </select></label>
        {Html.Each(list.Kind.Choices, Choice)}
        <button class="button" type="submit">{T("Показать", "Show")}</button>
        </form>
        """);

    private Html Choice(ListChoice choice)
    {
        var chosen = list.Filter.Chosen.GetValueOrDefault(choice.Name);
        return Html.Of($"""
            <label>{language.Pick(choice.Label)}
            <select name="{choice.Name}">
            {Option("", language.Pick(choice.Any), chosen is null)}
            {Html.Each(choice.Terms, term => Option(term.Value, language.Pick(term.Label), term.Value == chosen))}
            </select></label>
            """);
    }

    /// <summary>A territory that is no region was asked for by a link.</summary>
    private Html Other() => list.Territory is { Kind: not TerritoryKind.Region } territory ? Option(territory.Slug, cards.Name(territory), isChosen: true) : Html.Nothing;

    private static Html Option(string value, string text, bool isChosen) =>
        isChosen ? Html.Of($"""<option value="{value}" selected>{text}</option>""") : Html.Of($"""<option value="{value}">{text}</option>""");

    private string T(string russian, string english) => language.Pick(russian, english);
}
