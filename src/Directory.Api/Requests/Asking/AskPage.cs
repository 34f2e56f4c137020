using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests.Asking;

/// <summary>The form by which somebody without a program asks for support: it works on a phone and without scripts.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Address">Scheme and host of the site.</param>
/// <param name="Form">What stands in it.</param>
internal sealed record AskPage(PageLanguage Language, string Address, AskForm Form)
{
    /// <summary>Its address.</summary>
    public const string Path = "/ask";

    /// <summary>The center of choice.</summary>
    public Center? Center { get; init; }

    /// <summary>What can be chosen as territory.</summary>
    public required IReadOnlyList<Territory> Territories { get; init; }

    /// <summary>What is wrong, by the name of the field; the empty name is for the whole.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Wrong { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>The page.</summary>
    public Html Render()
    {
        var title = T("Попросить о поддержке", "Ask for support");
        var path = Form.Center.Length == 0 ? Path : $"{Path}?center={Uri.EscapeDataString(Form.Center)}";
        return Frame(Language, Address, path, Wrong.Count == 0 ? title : $"{T("Ошибка", "Error")}: {title}", Html.Of($"""
            <h1>{title}</h1>
            <p class="lead">{Lead()}</p>
            {Summary()}
            <form method="post" action="{SitePaths.InLanguage(Path, Language)}" class="card-form narrow">
            <input type="hidden" name="ticket" value="{Form.Ticket}">
            <input type="hidden" name="version" value="{Form.Version}">
            <input type="hidden" name="center" value="{Form.Center}">
            {Field("text", T("Что нужно", "What is needed"), T("Своими словами. Не пишите того, без чего можно обойтись: диагнозов, номеров документов.", "In your own words. Leave out what is not needed: diagnoses, numbers of documents."),
                described => Html.Of($"""<textarea id="f-text" name="text" rows="6" maxlength="{RequestReader.LongestText}" required{described}>{Form.Text}</textarea>"""))}
            {Field("territory", T("Где", "Where"), null, described => Html.Of($"""
                <select id="f-territory" name="territory" required{described}>
                {Option("", T("Выберите регион", "Choose a region"), Form.Territory.Length == 0)}
                {Html.Each(Territories, territory => Option(territory.Slug, Name(territory), territory.Slug == Form.Territory))}
                </select>
                """))}
            {Kinds()}
            {Field("audience", T("От кого заявка", "Who asks"), null, described => Html.Of($"""
                <select id="f-audience" name="audience"{described}>
                {Option("", T("Не важно", "Does not matter"), Form.Audience is null)}
                {Html.Each(Enum.GetValues<Audience>(), audience => Option(audience.ToString(), Labels.Of(Language, audience), audience == Form.Audience))}
                </select>
                """))}
            {Field("name", T("Как к вам обращаться", "How to address you"), null, described => Html.Of($"""<input id="f-name" name="name" autocomplete="name" maxlength="200" required value="{Form.Name}"{described}>"""))}
            {Field("contact", T("Куда ответить", "Where to answer"), T("Телефон, почта или аккаунт в мессенджере (@имя).", "Telephone, mail or an account of a messenger (@name)."),
                described => Html.Of($"""<input id="f-contact" name="contact" maxlength="200" required value="{Form.Contact}"{described}>"""))}
            <div class="sr" aria-hidden="true"><label for="f-website">{T("Оставьте пустым", "Leave this empty")}</label><input id="f-website" name="{AskForm.Trap}" tabindex="-1" autocomplete="off"></div>
            {Field("consent", null, null, described => Html.Of($"""
                <label><input type="checkbox" id="f-consent" name="consent" value="yes" required{(Form.HasConsent ? new Html(" checked") : Html.Nothing)}{described}> {T("Согласен на", "I consent to")} <a href="{SitePaths.InLanguage(ConsentPage.Path, Language)}" target="_blank" rel="noopener">{T("обработку персональных данных", "the processing of personal data")}</a></label>
                """))}
            <p><button type="submit" class="button">{T("Отправить", "Send")}</button></p>
            </form>
            """));
    }

    /// <summary>What all pages around requests share.</summary>
    /// <param name="language">The language.</param>
    /// <param name="address">Scheme and host of the site.</param>
    /// <param name="path">Where the page is to be had in the other language.</param>
    /// <param name="title">Its title.</param>
    /// <param name="main">What stands on it.</param>
    public static Html Frame(PageLanguage language, string address, string path, string title, Html main) => PageLayout.Render(
        language, $"{title} – CenterDirectory",
        Html.Of($"""
            <link rel="stylesheet" href="{PageAsset.ManageStyle.Address}">
            {new PageHead(language, address)
            {
                Path = Path, Title = language.Pick("Попросить о поддержке", "Ask for support"),
                Description = language.Pick("Заявка ближайшему ресурсному центру, который оказывает нужную поддержку.", "A request to the nearest resource center that gives the support."),
            }.Render()}
            """),
        PageLayout.Languages(language, path), main);

    /// <summary>The name of an entry in a language.</summary>
    public static string NameOf(PageLanguage language, DirectoryEntry entry) => language == PageLanguage.English ? entry.NameEn ?? entry.DisplayName : entry.DisplayName;

    private string Lead() => Center is { } center
        ? T($"Заявку получит центр «{Name(center)}». Ответ придёт туда, куда вы укажете.", $"The center “{Name(center)}” gets the request. The answer comes to where you say.")
        : T("Заявку получит ближайший центр, который оказывает такую поддержку, а если такого нет – координатор.", "The nearest center that gives such support gets the request; if there is none, the coordinator.");

    private Html Summary() => Wrong.Count == 0 ? Html.Nothing : Html.Of($"""
        <div class="wrong-summary" role="alert">
        <p>{T("Заявка не отправлена.", "The request was not sent.")}</p>
        <ul>{Html.Each(Wrong, wrong => wrong.Key.Length == 0
            ? Html.Of($"<li>{Language.Pick(wrong.Value)}</li>")
            : Html.Of($"""<li><a href="#f-{wrong.Key}">{Language.Pick(wrong.Value)}</a></li>"""))}</ul>
        </div>
        """);

    private Html Kinds() => Html.Of($"""
        <fieldset class="field">
        <legend>{T("Какая поддержка", "What kind of support")}</legend>
        <p class="help">{T("Если знаете; можно не отмечать.", "If you know; you may leave it out.")}</p>
        <div class="choices">
        {Html.Each(Enum.GetValues<SupportKind>(), kind => Html.Of($"""<label class="choice-box"><input type="checkbox" name="kind" value="{kind.ToString()}"{(Form.Kinds.Contains(kind) ? new Html(" checked") : Html.Nothing)}> {Labels.Of(Language, kind)}</label>"""))}
        </div>
        </fieldset>
        """);

    private Html Field(string name, string? label, string? help, Func<Html, Html> box)
    {
        var wrong = Wrong.GetValueOrDefault(name);
        var ids = string.Join(' ', new[] { help is null ? null : $"h-{name}", wrong is null ? null : $"w-{name}" }.OfType<string>());
        var described = Html.Of($"{(ids.Length == 0 ? Html.Nothing : Html.Of($" aria-describedby=\"{ids}\""))}{(wrong is null ? Html.Nothing : new Html(" aria-invalid=\"true\""))}");
        return Html.Of($"""
            <div class="{(wrong is null ? "field" : "field wrong")}">
            {(label is null ? Html.Nothing : Html.Of($"""<label for="f-{name}">{label}</label>"""))}
            {(help is null ? Html.Nothing : Html.Of($"""<p class="help" id="h-{name}">{help}</p>"""))}
            {(wrong is null ? Html.Nothing : Html.Of($"""<p class="wrong-text" id="w-{name}">{Language.Pick(wrong)}</p>"""))}
            {box(described)}
            </div>
            """);
    }

    private static Html Option(string value, string text, bool isChosen) =>
        Html.Of($"""<option value="{value}"{(isChosen ? new Html(" selected") : Html.Nothing)}>{text}</option>""");

    private string Name(DirectoryEntry entry) => NameOf(Language, entry);

    private string T(string russian, string english) => Language.Pick(russian, english);
}
