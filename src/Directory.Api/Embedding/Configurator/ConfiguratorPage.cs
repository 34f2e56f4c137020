using System.Globalization;
using System.Text.Json;
using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Configurator;

/// <summary>Choose, look, copy: the page for whoever wants the directory on a site of theirs.</summary>
/// <param name="choice">What was chosen so far.</param>
/// <param name="origin">Scheme and host of this directory.</param>
/// <param name="options">What can be chosen.</param>
internal sealed class ConfiguratorPage(WidgetChoice choice, string origin, ConfiguratorOptions options)
{
    private readonly PageLanguage language = choice.Language;
    private readonly Snippets snippets = new(choice, origin, (choice.Kind == WidgetKind.Card
        ? options.Centers.FirstOrDefault(center => center.Key == choice.Center)
        : options.Regions.FirstOrDefault(region => region.Key == choice.Territory))?.Name);

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("Каталог на вашем сайте – CenterDirectory", "The directory on your site – CenterDirectory"),
        Html.Of($"""
            <script type="module" src="{EmbedAddresses.Script}"></script>
            <script type="module" src="{PageAsset.ConfiguratorScript.Address}"></script>
            """),
        PageLayout.Languages(language, "/embed"),
        Html.Of($"""
            <section class="hero">
            <h1>{T("Каталог на вашем сайте", "The directory on your site")}</h1>
            <p class="lead">{T(
                "Выберите регион и вид, скопируйте код и вставьте его в страницу. Больше ничего настраивать не нужно: сведения обновляются сами.",
                "Choose the region and the looks, copy the code and paste it into a page. There is nothing else to set up: the data keep themselves fresh.")}</p>
            </section>
            <section aria-labelledby="choose">
            <h2 id="choose">{T("Выбор", "Choice")}</h2>
            {Form()}
            </section>
            {Result()}
            """));

    private Html Form() => Html.Of($"""
        <form id="choice" class="choice" action="/embed" method="get">
        <input type="hidden" name="lang" value="{language.Code}">
        {Select("widget", T("Что показать", "What to show"), [("directory", T("Каталог центров", "Directory of centers")), ("events", T("События", "Events")), ("card", T("Один центр", "One center"))], choice.Kind.ToString().ToLowerInvariant())}
        {Select("territory", T("Регион", "Region"), [("", T("Вся Россия", "All of Russia")), .. options.Regions.Select(region => (region.Key, region.Name))], choice.Territory)}
        {Select("center", T("Центр (для карточки и его событий)", "Center (for a card and its events)"), [("", "–"), .. options.Centers.Select(center => (center.Key, center.Name))], choice.Center)}
        {Select("support", T("Вид поддержки", "Kind of support"), [("", T("Любой", "Any")), .. Terms(nameof(SupportKind))], choice.Support is [var support, ..] ? support : null)}
        {Select("audience", T("Для кого", "For whom"), [("", T("Для всех", "For everybody")), .. Terms(nameof(Audience))], choice.Audience is [var audience, ..] ? audience : null)}
        {Select("view", T("Вид", "Form"), [.. Views()], choice.View)}
        {Select("theme", T("Оформление", "Scheme"), [("auto", T("Как у посетителя", "As the visitor has it")), ("light", T("Светлое", "Light")), ("dark", T("Тёмное", "Dark"))], choice.Theme)}
        {Colour("accent", T("Цвет ссылок и кнопок", "Colour of links and buttons"), choice.Accent ?? UsualColours.Accent)}
        {Colour("ground", T("Цвет фона", "Colour of the ground"), choice.Ground ?? UsualColours.Ground)}
        {Colour("ink", T("Цвет текста", "Colour of text"), choice.Ink ?? UsualColours.Ink)}
        <p class="actions"><button class="button">{T("Показать", "Show")}</button>
        <span id="state" role="status" class="hint" data-done="{T("Показано ниже.", "Shown below.")}" data-failed="{T("Сервер не ответил; попробуйте ещё раз.", "The server did not answer; please try again.")}" data-copy="{T("Скопировать", "Copy")}" data-copied="{T("Скопировано", "Copied")}"></span></p>
        <p class="hint">{T("Свои цвета действуют в светлом оформлении; тёмное подобрано нами. Для сайта без тёмного вида выберите «Светлое».", "Colours of your own hold in the light scheme; the dark one is ours. For a site without a dark look choose “Light”.")}</p>
        </form>
        """);

    private Html Result() => Html.Of($"""
        <div id="result">
        {Html.Each(choice.Problems, problem => Html.Of($"""<p class="notice">{language.Pick(problem.Message)}</p>"""))}
        <section aria-labelledby="preview">
        <h2 id="preview">{T("Как это выглядит", "What it looks like")}</h2>
        {Preview()}
        {Contrast()}
        </section>
        <section aria-labelledby="code">
        <h2 id="code">{T("Что вставить", "What to paste")}</h2>
        {Html.Each(snippets.All, snippet => Html.Of($"""
            <h3>{language.Pick(snippet.Title)}</h3>
            <p class="hint">{language.Pick(snippet.Hint)}</p>
            {PageParts.Code(language.Pick(snippet.Title), snippet.Code)}
            """))}
        <p class="hint">{T(
            "На сайте со строгой политикой CSP разрешите этот адрес в script-src и connect-src.",
            "On a site with a strict CSP allow this origin in script-src and connect-src.")} <code>{origin}</code></p>
        </section>
        </div>
        """);

    /// <summary>The widget itself; whoever has no script sees the framed page that stands inside it.</summary>
    private Html Preview() => choice.Kind == WidgetKind.Card && choice.Center is null
        ? Html.Of($"""<p class="notice">{T("Выберите центр, чтобы увидеть его карточку.", "Choose a center to see its card.")}</p>""")
        : Html.Of($"""
            <{new Html(snippets.Tag)}{Html.Each(ChoiceParameters.Attributes(choice), attribute => Html.Of($" {new Html(attribute.Name)}=\"{attribute.Value}\""))} data-colours="{Colours()}">
            <iframe src="{ChoiceParameters.Page(choice)}" title="{snippets.Words}" class="preview" loading="lazy"></iframe>
            </{new Html(snippets.Tag)}>
            """);

    private Html Contrast() => Html.Of($"""
        <ul class="contrast">
        {Html.Each(ContrastCheck.All(choice), check => Html.Of($"""
            <li>{language.Pick(check.Pair)}: <strong>{check.Ratio.ToString("0.0", CultureInfo.InvariantCulture)} : 1</strong>
            <span class="state {(check.IsEnough ? "good" : "bad")}">{(check.IsEnough
                ? T("читается (AA)", "readable (AA)")
                : T("мало: нужно не меньше 4,5 – сделайте цвета разнее", "too little: 4.5 at least – make the colours differ more"))}</span></li>
            """))}
        </ul>
        """);

    private string Colours() => JsonSerializer.Serialize(ChoiceParameters.Properties(choice).ToDictionary(property => property.Name, property => property.Value));

    private IEnumerable<(string Value, string Name)> Views() => choice.Kind == WidgetKind.Events
        ? [("agenda", T("Список", "List")), ("month", T("Месяц", "Month"))]
        : [("list", T("Список", "List")), ("cards", T("Карточки", "Cards"))];

    private IEnumerable<(string Value, string Name)> Terms(string vocabulary) =>
        Vocabularies.Find(vocabulary)!.Terms.Select(term => (term.Value, language.Pick(term.Label, term.LabelEn)));

    private static Html Select(string name, string title, IReadOnlyList<(string Value, string Name)> values, string? chosen) => Html.Of($"""
        <label>{title}<select name="{name}">
        {Html.Each(values, item => item.Value == chosen
            ? Html.Of($"""<option value="{item.Value}" selected>{item.Name}</option>""")
            : Html.Of($"""<option value="{item.Value}">{item.Name}</option>"""))}
        </select></label>
        """);

    private static Html Colour(string name, string title, Colour value) =>
        Html.Of($"""<label>{title}<input type="color" name="{name}" value="{value.Css}"></label>""");

    private string T(string russian, string english) => language.Pick(russian, english);
}
