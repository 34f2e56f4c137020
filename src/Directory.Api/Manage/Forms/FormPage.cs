using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Entries;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>Draws a form. All of it works by sending it: what a button takes over or adds comes back with everything that was typed.</summary>
/// <param name="visit">Who reads it.</param>
/// <param name="form">The form.</param>
/// <param name="state">What stands in it.</param>
internal sealed class FormPage(ManageVisit visit, EntryForm form, FormState state)
{
    /// <summary>Where it is sent.</summary>
    public required string Address { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where one goes without saving.</summary>
    public required string Back { get; init; }

    /// <summary>What is known of the fields.</summary>
    public IReadOnlyDictionary<string, FieldBackground> Background { get; init; } = new Dictionary<string, FieldBackground>();

    /// <summary>The public card as it would be.</summary>
    public EntryPage? Preview { get; init; }

    /// <summary>Names of the regions.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Whether the preview was asked for.</summary>
    public bool IsPreviewed { get; init; }

    /// <summary>Whether there is an entry yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The page.</summary>
    public IResult Render()
    {
        var isWrong = state.Flaws.Count > 0 || state.Clashes.Count > 0;
        var status = state.Clashes.Count > 0 ? StatusCodes.Status409Conflict : isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return visit.Page(isWrong ? $"{visit.T("Ошибка", "Error")}: {Title}" : Title, Html.Of($"""
            <p class="back"><a href="{visit.To(Back)}">{visit.T("← Назад, ничего не сохраняя", "← Back without saving")}</a></p>
            <h1>{Title}</h1>
            {Summary()}
            <div class="beside">
            <form method="post" action="{visit.To(Address)}" class="card-form" novalidate>
            {visit.Token}
            <input type="hidden" name="{FormState.RevisionField}" value="{state.Revision}">
            <input type="hidden" name="{FormState.OnceField}" value="{state.Once}">
            <input type="hidden" name="{FormState.SeenField}" value="{state.Seen}">
            <input type="hidden" name="{FormState.TakenField}" value="{state.Taken}">
            <button type="submit" name="do" value="save" class="first-button" tabindex="-1" aria-hidden="true">{visit.T("Сохранить", "Save")}</button>
            {Html.Each(form.Groups, Group)}
            <div class="actions">
            <button type="submit" name="do" value="save" class="button">{(IsNew ? visit.T("Добавить", "Add") : visit.T("Сохранить", "Save"))}</button>
            <button type="submit" name="do" value="preview" formaction="{visit.To(Address + "#preview")}">{visit.T("Посмотреть, как будет", "See how it will look")}</button>
            </div>
            </form>
            {PreviewPane()}
            </div>
            """), status);
    }

    private Html Summary()
    {
        var flaws = state.Flaws.ToList();
        if (flaws.Count == 0 && state.Clashes.Count == 0)
        {
            return Html.Nothing;
        }

        return Html.Of($"""
            <div class="wrong-summary" role="alert">
            {(state.Clashes.Count == 0 ? Html.Nothing : Html.Of($"""<p><strong>{visit.T("Пока вы правили, эти поля изменил кто-то другой.", "While you were editing, somebody else changed these fields.")}</strong> {visit.T("Ничего не потеряно: у каждого поля стоят оба значения. Оставьте своё или возьмите их и сохраните ещё раз.", "Nothing is lost: both values stand beside each field. Keep yours or take theirs, and save again.")}</p>"""))}
            {(flaws.Count == 0 ? Html.Nothing : Html.Of($"<p><strong>{visit.T("Пока не сохранено. Исправьте:", "Not saved yet. Please correct:")}</strong></p>"))}
            <ul>
            {Html.Each(form.Fields.Where(field => state.Clashes.ContainsKey(field.Name)), field => Html.Of($"""<li><a href="#{Anchor(field)}">{visit.Language.Pick(field.Label)}</a></li>"""))}
            {Html.Each(flaws, flaw => form.Find(flaw.Key) is { } field
                ? Html.Of($"""<li><a href="#{Anchor(field)}">{visit.Language.Pick(field.Label)}: {flaw.Value}</a></li>""")
                : Html.Of($"<li>{flaw.Value}</li>"))}
            </ul>
            </div>
            """);
    }

    private Html Group(FormGroup group)
    {
        var fields = Html.Each(group.Fields, Field);
        var isTouched = group.Fields.Any(field => state.Flaws.ContainsKey(field.Name) || state.Clashes.ContainsKey(field.Name) || state.Growing == field.Name);
        return group.IsRare
            ? Html.Of($"""
                <details class="form-group"{(isTouched ? new Html(" open") : Html.Nothing)}><summary><h2 id="g-{group.Key}">{visit.Language.Pick(group.Title)}</h2></summary>
                {fields}
                </details>
                """)
            : Html.Of($"""
                <section class="form-group" aria-labelledby="g-{group.Key}">
                <h2 id="g-{group.Key}">{visit.Language.Pick(group.Title)}</h2>
                {fields}
                </section>
                """);
    }

    private Html Field(FormField field)
    {
        var id = ControlView.IdOf(field.Name);
        var flaw = state.Flaws.GetValueOrDefault(field.Name);
        var view = new ControlView(visit.Language, field.Name, state.Texts[field.Name])
        {
            DescribedBy = string.Join(' ', new[] { flaw is null ? null : id + "-flaw", field.Help is null ? null : id + "-help" }.OfType<string>()),
            IsWrong = flaw is not null, IsRequired = field.IsRequired, Choices = field.Control is PlaceControl ? Regions : [],
            SpareRows = state.Growing == field.Name ? 3 : 1,
        };
        var label = Html.Of($"{visit.Language.Pick(field.Label)}{(field.IsRequired ? Html.Of($""" <span class="must">{visit.T("обязательно", "required")}</span>""") : Html.Nothing)}");
        var about = Html.Of($"""
            {(field.Help is null ? Html.Nothing : Html.Of($"""<p class="help" id="{id}-help">{visit.Language.Pick(field.Help)}</p>"""))}
            {(flaw is null ? Html.Nothing : Html.Of($"""<p class="flaw" id="{id}-flaw"><span class="sr">{visit.T("Ошибка:", "Error:")}</span> {flaw}</p>"""))}
            """);
        var look = flaw is null && !state.Clashes.ContainsKey(field.Name) ? "field" : "field wrong";
        return field.Control.IsGroup
            ? Html.Of($"""
                <fieldset class="{look}" id="{id}"{view.About}><legend>{label}</legend>
                {about}
                {field.Control.Render(view)}
                {(field.Control.HasRows ? Html.Of($"""<p><button type="submit" name="do" value="rows:{field.Name}" formaction="{At(field)}" class="plain">{visit.T("Ещё строки", "More rows")}<span class="sr">: {visit.Language.Pick(field.Label)}</span></button></p>""") : Html.Nothing)}
                {Beside(field)}
                </fieldset>
                """)
            : Html.Of($"""
                <div class="{look}"><label for="{id}">{label}</label>
                {about}
                {field.Control.Render(view)}
                {Beside(field)}
                </div>
                """);
    }

    /// <summary>What others say, each with a button that puts it into the form.</summary>
    private Html Beside(FormField field)
    {
        var known = Background.GetValueOrDefault(field.Name, FieldBackground.None);
        var text = state.Texts[field.Name];
        var offers = known.Offers.Index().Where(offer => offer.Item.Text != text).ToList();
        return Html.Of($"""
            {(state.Clashes.TryGetValue(field.Name, out var theirs) ? Html.Of($"""
                <div class="says clash"><p><strong>{visit.T("Теперь в справочнике:", "Now in the directory:")}</strong> {Told(field, theirs)}</p>
                <p><strong>{visit.T("У вас:", "Yours:")}</strong> {Told(field, text)}</p>
                <button type="submit" name="do" value="theirs:{field.Name}" formaction="{At(field)}">{visit.T("Взять их значение", "Take theirs")}<span class="sr">: {visit.Language.Pick(field.Label)}</span></button></div>
                """) : Html.Nothing)}
            {(known.SaidBy is null || offers.Count > 0 ? Html.Nothing : Html.Of($"""<p class="says">{visit.T("Сейчас так сообщает", "As stated by")} {known.SaidBy}</p>"""))}
            {Html.Each(offers, offer => Html.Of($"""
                <div class="says"><p>{offer.Item.Source} {visit.T("сообщает:", "says:")} {Told(field, offer.Item.Text)}</p>
                <button type="submit" name="do" value="take:{field.Name}:{offer.Index}" formaction="{At(field)}">{visit.T("Взять", "Take this")}<span class="sr">: {visit.Language.Pick(field.Label)}, {offer.Item.Source}</span></button></div>
                """))}
            """);
    }

    private Html Told(FormField field, string text) => text.Length == 0
        ? Html.Of($"""<span class="quiet">{visit.T("пусто", "empty")}</span>""")
        : Html.Of($"""<span class="told">{field.Control.Tell(visit.Language, text)}</span>""");

    private Html PreviewPane() => Preview is null ? Html.Nothing : Html.Of($"""
        <aside class="card-preview" id="preview" aria-labelledby="preview-title">
        <h2 id="preview-title">{(IsPreviewed ? visit.T("Так карточку увидят", "How people will see the card") : visit.T("Так карточку видят сейчас", "How people see the card now"))}</h2>
        {(IsPreviewed ? Html.Of($"""<p class="notice">{visit.T("Это ещё не сохранено.", "This is not saved yet.")}</p>""") : Html.Nothing)}
        <div class="card-frame">
        <p class="marks">{Html.Each(Preview.Marks, mark => Html.Of($"""<span class="mark">{mark.Text}</span>"""))}</p>
        <p class="card-title">{Preview.Title}</p>
        {Html.Each(Preview.Sections.Where(section => section.Key is "about" or "contacts" or "when" or "areas"), section => Html.Of($"""
            <h3>{section.Title}</h3>
            {new EntryHtml(visit.Language, "").Blocks(section.Blocks.Where(block => block is not Heading))}
            """))}
        </div>
        </aside>
        """);

    /// <summary>So that one comes back to where the button was pressed.</summary>
    private string At(FormField field) => visit.To($"{Address}#{Anchor(field)}");

    private static string Anchor(FormField field) => ControlView.IdOf(field.Name);
}
