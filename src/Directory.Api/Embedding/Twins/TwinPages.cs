using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>What the framed pages say.</summary>
/// <param name="choice">What was chosen.</param>
/// <param name="origin">Scheme and host of this site.</param>
internal sealed class TwinPages(WidgetChoice choice, string origin)
{
    private static readonly Noun Centers = new("центр", "центра", "центров", "center", "centers");

    private readonly PageLanguage language = choice.Language;

    /// <summary>Centers to search.</summary>
    public (Html Page, string Policy) Directory(CentersAnswer answer)
    {
        var title = Titled(T("Ресурсные центры", "Resource centers"), answer.Territory);
        var total = answer.Centers.TotalCount;
        return Render(title, TwinJsonLd.Centers(answer.Centers.Nodes, origin), Html.Of($"""
            <h1>{title}</h1>
            {Form()}
            <p class="status" role="status">{(total == 0
                ? T("Ничего не нашлось. Попробуйте снять часть условий.", "Nothing found. Try fewer conditions.")
                : $"{T("Найдено", "Found")}: {language.Number(total)} {language.Noun(total, Centers)}")}</p>
            <ul class="items {choice.View}">
            {Html.Each(answer.Centers.Nodes, center => TwinParts.Center(language, center))}
            </ul>
            {Steps(answer.Centers.PageInfo)}
            {Badge(answer.Revision, answer.Centers.Nodes.SelectMany(center => center.Sources))}
            """));
    }

    /// <summary>Events to come.</summary>
    public (Html Page, string Policy) Events(EventsAnswer answer)
    {
        var title = Titled(T("События", "Events"), answer.Territory);
        return Render(title, TwinJsonLd.Events(answer.Occurrences.Nodes, origin), Html.Of($"""
            <h1>{title}</h1>
            {(answer.Occurrences.Nodes.Count == 0 ? Html.Of($"""<p class="status">{T("Ближайших событий нет.", "No events to come.")}</p>""") : Html.Nothing)}
            <ul class="items">
            {Html.Each(answer.Occurrences.Nodes, item => TwinParts.Event(language, item))}
            </ul>
            {Steps(answer.Occurrences.PageInfo)}
            {Badge(answer.Revision, answer.Occurrences.Nodes.SelectMany(item => item.Event.Sources))}
            """));
    }

    /// <summary>One center.</summary>
    public (Html Page, string Policy) Card(CenterItem center) => Render(center.DisplayName, TwinJsonLd.Center(center, origin), Html.Of($"""
        <h1><a href="{TwinParts.Address(language, "centers", center.Slug)}" target="_blank" rel="noopener">{center.DisplayName}</a></h1>
        <p class="quiet">{TwinParts.Facts(language, center)}</p>
        {(center.Description is { } description ? Html.Of($"<p>{description}</p>") : Html.Nothing)}
        {TwinParts.Tags(language, center)}
        {Section(T("Услуги", "Services"), center.Services.Nodes.Select(service => Html.Of(
            $"{service.DisplayName}{(service.Fee is { } fee ? $" – {Labels.Inner(language, fee)}" : "")}")))}
        {Section(T("Контакты", "Contacts"), Contacts(center))}
        {Section(T("Часы работы", "Opening hours"), center.OpeningHours.Select(hours => Html.Of($"{HoursWords.Of(language, hours)}")))}
        {Section(T("Ближайшие события", "Events to come"), (center.Events?.Nodes ?? []).Select(item => Html.Of(
            $"""<a href="{TwinParts.Address(language, "events", item.Slug)}" target="_blank" rel="noopener">{item.DisplayName}</a> – {TwinWords.When(language, item.DateEarliest, item.DateLatest, item.StartsAt, item.EndsAt, item.TimeZone)}""")))}
        {(center is { VerifiedAt: { } verified, VerifiedBy: { } source }
            ? TwinParts.Badge(language, T("Подтверждено", "Confirmed on"), verified, [source])
            : TwinParts.Badge(language, T("Сведения на", "As of"), center.UpdatedAt, center.Sources))}
        """));

    /// <summary>There is no such center.</summary>
    public (Html Page, string Policy) Unknown() => Missing(T("Такого центра в каталоге нет", "There is no such center"));

    /// <summary>There is no such territory.</summary>
    public (Html Page, string Policy) Nowhere() => Missing(T("Такой территории в каталоге нет", "There is no such territory"));

    private (Html Page, string Policy) Missing(string title) => Render(title, Html.Nothing, Html.Of($"""
        <h1>{title}</h1>
        <p><a href="{origin}/?lang={language.Code}" target="_blank" rel="noopener">{T("Открыть каталог", "Open the directory")}</a></p>
        """));

    private (Html Page, string Policy) Render(string title, Html data, Html main) => TwinLayout.Render(choice, title, origin, Html.Of($"{data}\n{main}"));

    private Html Form() => Html.Of($"""
        <form action="/embed/centers" method="get" role="search">
        {Html.Each(ChoiceParameters.Attributes(choice).Where(attribute => attribute.Name is "territory" or "lang" or "theme" or "view" or "page-size").Concat(ChoiceParameters.Colours(choice)), Hidden)}
        <label class="wide">{T("Название, услуга или место", "Name, service or place")}<input type="search" name="q" maxlength="200" value="{choice.Text}"></label>
        {Select<SupportKind>("support", T("Вид поддержки", "Kind of support"), choice.Support)}
        {Select<Audience>("audience", T("Для кого", "For whom"), choice.Audience)}
        {Select<CenterLevel>("level", T("Уровень", "Level"), choice.Level)}
        {Select<CenterStatus>("status", T("Состояние", "Status"), choice.Status)}
        <button>{T("Найти", "Search")}</button>
        </form>
        """);

    private static Html Hidden((string Name, string Value) field) => Html.Of($"""<input type="hidden" name="{field.Name}" value="{field.Value}">""");

    private Html Select<TEnum>(string name, string title, IReadOnlyList<string> chosen)
        where TEnum : struct, Enum => Html.Of($"""
        <label>{title}<select name="{name}"><option value="">{T("Все", "All")}</option>
        {Html.Each(Enum.GetValues<TEnum>(), value => Option(Naming.EnumValue(value.ToString()), Labels.Of(language, value), chosen))}
        </select></label>
        """);

    private static Html Option(string value, string label, IReadOnlyList<string> chosen) =>
        value == "UNKNOWN" ? Html.Nothing
        : chosen.Contains(value) ? Html.Of($"""<option value="{value}" selected>{label}</option>""")
        : Html.Of($"""<option value="{value}">{label}</option>""");

    private Html Steps(PageEnd? end)
    {
        var page = ChoiceParameters.Page(choice);
        return Html.Of($"""
            <p class="row foot">
            {(choice.After is null ? Html.Nothing : Html.Of($"""<a href="{page}" rel="first">{T("К началу", "To the start")}</a>"""))}
            {(end is { HasNextPage: true, EndCursor: { } cursor } ? Html.Of($"""<a href="{page}&amp;after={Uri.EscapeDataString(cursor)}" rel="next">{T("Дальше", "Next")}</a>""") : Html.Nothing)}
            <a href="{origin}/centers{SiteQuery}" target="_blank" rel="noopener">{T("Открыть каталог", "Open the directory")}</a>
            </p>
            """);
    }

    private static IEnumerable<Html> Contacts(CenterItem center) =>
    [
        .. center.AddressText is { } address ? [Html.Of($"{address}")] : Array.Empty<Html>(),
        .. center.Contacts.Select(contact => Html.Of($"{(contact.Label is { } label ? $"{label}: " : "")}{TwinParts.Link(contact.Url, PhoneWords.Of(contact.Value))}")),
        .. center.Website is { } site ? [TwinParts.Link(site, site.OriginalString)] : Array.Empty<Html>(),
    ];

    private static Html Section(string title, IEnumerable<Html> items)
    {
        List<Html> shown = [.. items];
        return shown.Count == 0 ? Html.Nothing : Html.Of($"""
            <h2 class="small">{title}</h2>
            <ul>
            {Html.Each(shown, item => Html.Of($"<li>{item}</li>"))}
            </ul>
            """);
    }

    private static string Titled(string title, Named? territory) => territory is null ? title : $"{title}: {territory.DisplayName}";

    private Html Badge(Committed? revision, IEnumerable<Titled> sources) =>
        revision is null ? Html.Nothing : TwinParts.Badge(language, T("Сведения на", "As of"), revision.CommittedAt, sources);

    private string SiteQuery => choice.Territory is { } territory ? $"?territory={Uri.EscapeDataString(territory)}&lang={language.Code}" : $"?lang={language.Code}";

    private string T(string russian, string english) => language.Pick(russian, english);
}
