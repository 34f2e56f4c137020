using CenterDirectory.Api.Pages.Lists;

namespace CenterDirectory.Api.Pages;

/// <summary>The start page: what is here, how to ask, how to add, where it comes from.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="address">Scheme and host under which the reader came, without a slash at the end.</param>
/// <param name="overview">What the directory holds.</param>
internal sealed class HomePage(PageLanguage language, string address, Overview overview)
{
    private static readonly Noun Centers = new("центр", "центра", "центров", "center", "centers");
    private static readonly Noun Services = new("услуга", "услуги", "услуг", "service", "services");
    private static readonly Noun Organizations = new("организация", "организации", "организаций", "organization", "organizations");
    private static readonly Noun Events = new("событие", "события", "событий", "event", "events");
    private static readonly Noun News = new("новость", "новости", "новостей", "news item", "news items");
    private static readonly Noun Networks = new("сеть", "сети", "сетей", "network", "networks");
    private static readonly Noun Territories = new("территория", "территории", "территорий", "territory", "territories");
    private static readonly Noun Sources = new("источник", "источника", "источников", "source", "sources");
    private static readonly Noun Entries = new("запись", "записи", "записей", "entry", "entries");

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("CenterDirectory – открытый справочник ресурсных центров для НКО", "CenterDirectory – open directory of resource centers for non-profits"),
        Head(),
        PageLayout.Languages(language),
        Html.Of($"""
            <section class="hero">
            <h1>{T("Открытый справочник ресурсных центров для НКО", "An open directory of resource centers for non-profits")}</h1>
            <p class="lead">{T(
                "Какие центры поддерживают некоммерческие организации в России, чем и кому они помогают, что у них происходит – и какой источник об этом говорит. Смотреть, копировать и спрашивать может каждый, без ключа и регистрации.",
                "Which centers support non-profits in Russia, what they offer and to whom, what takes place there – and which source says so. Everybody may look, copy and ask, without a key or an account.")}</p>
            <form class="finder" method="get" action="{SiteMenu.Centers.Path}" role="search">
            <input type="hidden" name="lang" value="{language.Code}">
            <label>{T("Название, место или слово из описания", "A name, a place, or a word of the description")}
            <input type="search" name="{ListFilter.WordsParameter}" maxlength="200" placeholder="Омск"></label>
            <button class="button" type="submit">{T("Найти центр", "Find a center")}</button>
            </form>
            </section>
            {Doors()}
            {Contents()}
            {Asking()}
            {new FeedGuide(language).Render()}
            {new SourceList(language, overview.Sources).Render()}
            """));

    private Html Head() => Html.Of($"""
        {new PageHead(language, address)
        {
            Path = "/",
            Title = T("Открытый справочник ресурсных центров для НКО", "An open directory of resource centers for non-profits"),
            Description = T(
                "Ресурсные центры для НКО в России: услуги, события, новости и источники сведений. Открытые данные и GraphQL API без ключа.",
                "Resource centers for non-profits in Russia: services, events, news and where the facts come from. Open data and a GraphQL API without a key."),
        }.Render()}
        """);

    /// <summary>Who comes for what: each is led to the places made for them.</summary>
    private Html Doors() => Html.Of($"""
        <section aria-labelledby="doors">
        <h2 id="doors">{T("С чего начать", "Where to begin")}</h2>
        <ul class="doors">
        {Html.Each(Enum.GetValues<Door>(), Behind)}
        </ul>
        </section>
        """);

    private Html Behind(Door door) => Html.Of($"""
        <li>
        <h3>{language.Pick(DoorWords.Of(door))}</h3>
        <ul>
        {Html.Each(SiteMenu.All.Where(entry => entry.Door == door), entry => Place(entry.Path, language.Pick(entry.Title), language.Pick(entry.Promise)))}
        {Html.Each(DoorWords.Here(door), here => Place("/#" + here.Key, language.Pick(here.Title), language.Pick(here.Promise)))}
        </ul>
        </li>
        """);

    private Html Place(string path, string title, string promise) =>
        Html.Of($"""<li><a href="{SitePaths.InLanguage(path, language)}">{title}</a> <span class="about">{promise}</span></li>""");

    private Html Contents() => Html.Of($"""
        <section aria-labelledby="contents">
        <h2 id="contents">{T("Что здесь есть", "What is here")}</h2>
        {Notice()}
        <ul class="numbers">
        {Number(overview.Counts.Centers, Centers, SiteMenu.Centers)}
        {Number(overview.Counts.Services, Services, SiteMenu.Services)}
        {Number(overview.Counts.Organizations, Organizations, SiteMenu.Organizations)}
        {Number(overview.Counts.Events, Events, SiteMenu.Events)}
        {Number(overview.Counts.News, News, SiteMenu.News)}
        {Number(overview.Counts.Networks, Networks)}
        {Number(overview.Counts.Territories, Territories, SiteMenu.Territories)}
        {Number(overview.Sources.Count, Sources, SiteMenu.Sources)}
        </ul>
        {Revision()}
        <p class="note">{T(
            "Справочник говорит не больше, чем его источники. Центр, который никто не назвал, остаётся без названия; дата бывает и «2019-08», и «16–17 ноября неизвестного года»; «более двадцати» не становится двадцатью.",
            "It says no more than its sources do. A center that nobody named has no name; a date may be “2019-08” or “16–17 November of an unknown year”; “more than twenty” does not become twenty.")}</p>
        </section>
        """);

    private Html Notice() => !overview.IsFirstImportRunning ? Html.Nothing : Html.Of($"""
        <p class="notice" role="status">{T(
            "Идёт первый импорт: чисел ниже ещё не хватает. Обновите страницу через минуту.",
            "The first import is running: the numbers below are not complete yet. Reload the page in a minute.")}</p>
        """);

    private Html Number(long number, Noun noun, MenuEntry? place = null)
    {
        var text = Html.Of($"""<span class="number">{language.Number(number)}</span> {language.Noun(number, noun)}""");
        return place is null || number == 0
            ? Html.Of($"<li>{text}</li>")
            : Html.Of($"""<li><a href="{SitePaths.InLanguage(place.Path, language)}">{text}</a></li>""");
    }

    private Html Revision() => overview.Revision is not { } revision
        ? Html.Of($"""<p class="revision">{T("Ни одной ревизии ещё нет: справочник пуст.", "There is no revision yet: the directory is empty.")}</p>""")
        : Html.Of($"""
            <p class="revision">{T("Последняя ревизия", "Newest revision")} <strong>{language.Number(revision.Number)}</strong>,
            {PageParts.Time(language, revision.CommittedAt)}: {Changes(revision.ChangeCount)}.</p>
            """);

    private string Changes(int count) => $"{T("затронула", "it touched")} {language.Number(count)} {language.Noun(count, Entries)}";

    private Html Asking() => Html.Of($"""
        <section aria-labelledby="asking">
        <h2 id="asking">{T("Как спросить", "How to ask")}</h2>
        <dl class="facts">
        <div><dt>{T("Адрес", "Address")}</dt><dd><code>{address}/graphql</code> {T("– POST или GET", "– POST or GET")}</dd></div>
        <div><dt>{T("Схема", "Schema")}</dt><dd><a href="/schema.graphql">{address}/schema.graphql</a></dd></div>
        </dl>
        <p>{T("Прямо из командной строки:", "From the command line:")}</p>
        {PageParts.Code(T("Команда curl", "A curl command"), $"curl -s {address}/graphql \\\n  -H 'Content-Type: application/json' \\\n  -d '{ExampleQuery.CurlBody}'")}
        <p>{T(
            "Любой клиент GraphQL с этим адресом покажет и схему, и описание каждого поля. Запросы для начала:",
            "Any GraphQL client shows the schema and a description of every field at this address. Queries to begin with:")}</p>
        <div class="examples">
        {Example(ExampleQuery.Shown)}
        <div class="example answer">
        <h3>{T("Ответ сейчас", "Its answer now")}</h3>
        {PageParts.Code(T("Ответ сейчас", "Its answer now"), overview.Answer)}
        </div>
        {Html.Each(ExampleQuery.More, Example)}
        </div>
        </section>
        """);

    private Html Example(ExampleQuery example) => Html.Of($"""
        <div class="example">
        <h3>{language.Pick(example.Title)}</h3>
        {PageParts.Code(language.Pick(example.Title), example.Document)}
        <p><a href="{example.Address}" aria-label="{T("Спросить", "Ask it")}: {language.Pick(example.Title)}">{T("Спросить", "Ask it")}</a></p>
        </div>
        """);

    private string T(string russian, string english) => language.Pick(russian, english);
}
