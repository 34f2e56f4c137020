using CenterDirectory.Api.Feeds.Filtering;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>The form of filters: a plain one, whose address is the choice. Its fields are those of the table of parameters.</summary>
internal sealed class FeedsForm(PageLanguage language, FeedsView view)
{
    /// <summary>Set by other means: paging by links, the language by the switch.</summary>
    private static readonly string[] Elsewhere = ["limit", "after", "lang", "event", "since"];

    /// <summary>The section.</summary>
    public Html Render() => Html.Of($"""
        <section aria-labelledby="choose">
        <h2 id="choose">{T("Что вас интересует", "What you want to follow")}</h2>
        <form id="filters" class="feed-filters" method="get" action="/feeds" data-updated="{T("Список и ссылки обновлены.", "List and links are up to date.")}">
        <input type="hidden" name="lang" value="{language.Code}">
        {(view.Feed.Subject == FeedSubject.Events ? Html.Nothing : Html.Of($"""<input type="hidden" name="feed" value="{view.Feed.Segment}">"""))}
        {Html.Each(FeedParameters.Of(view.Feed.Subject).Where(parameter => !Elsewhere.Contains(parameter.Name)).OrderBy(Rank), Field)}
        <p class="actions"><button type="submit" class="button">{T("Показать", "Show")}</button> <a href="{Blank}">{T("Сбросить", "Reset")}</a></p>
        <p id="said" class="hint" role="status"></p>
        </form>
        </section>
        """);

    private string Blank => view.Feed.Subject == FeedSubject.Events ? $"/feeds?lang={language.Code}" : $"/feeds?feed={view.Feed.Segment}&lang={language.Code}";

    /// <summary>What fits in a line comes first, then the lists, then what only the table asks.</summary>
    private static int Rank(FeedParameter parameter) => parameter.Format is not null ? 2 : parameter is { IsList: true, Terms.Count: > 0 } ? 1 : 0;

    private Html Field(FeedParameter parameter) => parameter.Name switch
    {
        "territory" => Select(parameter, T("Регион или округ", "Region or district"), T("вся Россия", "all of Russia"), WithStated(view.Territories, parameter)),
        "center" => Suggested(parameter, T("Центр", "Center")),
        "q" => Input(parameter, T("Слова", "Words"), "search"),
        "from" => Input(parameter, T("С", "From"), "text", "2026-03-15"),
        "to" => Input(parameter, T("По", "To"), "text", "2026-06"),
        "kind" when view.Feed.Subject == FeedSubject.Events => Boxes(parameter, T("Форма", "Form"), isOpen: true),
        "audience" => Boxes(parameter, T("Для кого", "For whom")),
        "status" => Boxes(parameter, T("Состояние", "State")),
        "level" => Boxes(parameter, T("Уровень", "Reach")),
        "attendanceMode" => Boxes(parameter, T("Очно или удалённо", "In person or remotely")),
        "kind" => Boxes(parameter, T("Что произошло", "What happened"), isOpen: true),
        "type" => Boxes(parameter, T("Тип записи", "Type of the entry")),
        "upcoming" => Select(parameter, T("Когда", "When"), T("все", "all"), Terms(parameter)),
        "delimiter" => Select(parameter, T("В таблице CSV между столбцами", "Between columns of the CSV"), T("запятая", "comma"), Terms(parameter).Skip(1)),
        _ => throw new InvalidOperationException($"The form has no field for {parameter.Name}."),
    };

    private IEnumerable<FeedChoice> Terms(FeedParameter parameter) => parameter.Terms.Select(term => new FeedChoice(term.Value, language.Pick(term.Label)));

    /// <summary>A key that is not among those to choose stays chosen all the same.</summary>
    private IEnumerable<FeedChoice> WithStated(IReadOnlyList<FeedChoice> choices, FeedParameter parameter) => choices.Concat(
        Stated(parameter).Where(value => !choices.Any(choice => choice.Value == value)).Select((value, index) => new FeedChoice(
            value, view.Scope.Territories.ElementAtOrDefault(index)?.In(language.Locale) ?? value)));

    private Html Select(FeedParameter parameter, string label, string none, IEnumerable<FeedChoice> choices)
    {
        var stated = Stated(parameter);
        return Html.Of($"""
            <p class="feed-field"><label for="f-{parameter.Name}">{label}</label>
            <select id="f-{parameter.Name}" name="{parameter.Name}">
            <option value="">{none}</option>
            {Html.Each(choices, choice => stated.Contains(choice.Value, StringComparer.OrdinalIgnoreCase)
                ? Html.Of($"""<option value="{choice.Value}" selected>{choice.Name}</option>""")
                : Html.Of($"""<option value="{choice.Value}">{choice.Name}</option>"""))}
            </select></p>
            """);
    }

    private Html Input(FeedParameter parameter, string label, string type, string example = "") => Html.Of($"""
        <p class="feed-field"><label for="f-{parameter.Name}">{label}</label>
        <input id="f-{parameter.Name}" name="{parameter.Name}" type="{type}" value="{string.Join(',', Stated(parameter))}" placeholder="{example}"></p>
        """);

    private Html Suggested(FeedParameter parameter, string label) => Html.Of($"""
        <p class="feed-field"><label for="f-{parameter.Name}">{label}</label>
        <input id="f-{parameter.Name}" name="{parameter.Name}" type="text" list="centers" value="{string.Join(',', Stated(parameter))}" placeholder="{T("любой", "any")}"></p>
        <datalist id="centers">
        {Html.Each(view.Centers, center => Html.Of($"""<option value="{center.Value}">{center.Name}</option>"""))}
        </datalist>
        """);

    private Html Boxes(FeedParameter parameter, string label, bool isOpen = false)
    {
        var stated = Stated(parameter);
        var boxes = Html.Each(Terms(parameter), choice => Html.Of($"""
            <label class="feed-choice">{Box(parameter.Name, choice.Value, stated.Contains(choice.Value, StringComparer.OrdinalIgnoreCase))} {choice.Name}</label>
            """));
        return isOpen || stated.Count > 0
            ? Html.Of($"""<details class="feed-choices" open><summary>{label}</summary><div role="group" aria-label="{label}">{boxes}</div></details>""")
            : Html.Of($"""<details class="feed-choices"><summary>{label}</summary><div role="group" aria-label="{label}">{boxes}</div></details>""");
    }

    private static Html Box(string name, string value, bool isChecked) => isChecked
        ? Html.Of($"""<input type="checkbox" name="{name}" value="{value}" checked>""")
        : Html.Of($"""<input type="checkbox" name="{name}" value="{value}">""");

    private List<string> Stated(FeedParameter parameter) => view.Query.Stated.Where(pair => pair.Key == parameter.Name)
        .SelectMany(pair => parameter.IsList ? pair.Value.Split(',') : [pair.Value]).ToList();

    private string T(string russian, string english) => language.Pick(russian, english);
}
