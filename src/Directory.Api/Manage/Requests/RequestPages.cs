using System.Security.Cryptography;
using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Requests;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Requests;

/// <summary>Requests of people who need support, for those who answer them.</summary>
/// <param name="visit">Who reads.</param>
internal sealed class RequestPages(ManageVisit visit)
{
    private const int PerPage = 50;

    /// <summary>How the places of this site are addressed: as word of a request links to it.</summary>
    public static string PlaceOf(SupportRequest request) => $"/manage/requests/{GlobalId.Encode(nameof(SupportRequest), request.Id)}";

    /// <summary>All that the key may read, those that wait first.</summary>
    public async Task<IResult> ListAsync()
    {
        var page = int.TryParse(visit.Http.Request.Query["page"], out var number) && number > 0 ? Math.Min(number, 10_000) : 1;
        var all = RequestReach.Of(visit.Db, visit.Session.Key);
        var count = await all.CountAsync(visit.Cancellation);
        var found = await all.AsNoTracking().Include(request => request.Territory).Include(request => request.Center)
            .OrderBy(request => request.State == SupportRequestState.New || request.State == SupportRequestState.Forwarded ? 0 : request.State == SupportRequestState.Accepted ? 1 : 2)
            .ThenByDescending(request => request.CreatedAt).ThenBy(request => request.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(visit.Cancellation);
        var title = visit.T("Заявки", "Requests");
        return visit.Page(title, Html.Of($"""
            {Notices.Of(visit)}
            <h1>{title}</h1>
            <p class="help">{visit.T("Люди, которым нужна помощь. Имя и контакт видите только вы и те, кому заявка передана; показывать их другим нельзя.", "People who need help. Only you, and those a request is passed on to, see name and contact; do not show them to others.")}</p>
            {(count == 0 ? Html.Of($"<p>{visit.T("Пока ни одной.", "None yet.")}</p>") : Html.Of($"""
                <ul class="cards">
                {Html.Each(found, Card)}
                </ul>
                """))}
            {(page * PerPage < count ? Html.Of($"""<p><a href="{visit.To($"/manage/requests?page={page + 1}")}">{visit.T("Дальше →", "Next →")}</a></p>""") : Html.Nothing)}
            """));
    }

    /// <summary>One of them.</summary>
    /// <param name="request">The request, with its messages.</param>
    /// <param name="draft">What was typed and could not be sent.</param>
    /// <param name="flaw">Why.</param>
    public IResult Show(SupportRequest request, string draft = "", string? flaw = null)
    {
        var vault = visit.Get<RequestVault>();
        var words = Read(() => vault.WordsOf(request));
        var title = $"{visit.T("Заявка от", "Request of")} {DateWords.Of(visit.Language, DateOnly.FromDateTime(request.CreatedAt))}";
        return visit.Page(flaw is null ? title : $"{visit.T("Ошибка", "Error")}: {title}", Html.Of($"""
            <p class="back"><a href="{visit.To("/manage/requests")}">← {visit.T("Все заявки", "All requests")}</a></p>
            {Notices.Of(visit)}
            <h1>{title}</h1>
            {(flaw is null ? Html.Nothing : Html.Of($"""<div class="wrong-summary" role="alert"><p><strong>{visit.T("Ничего не изменено.", "Nothing was changed.")}</strong> {flaw}</p></div>"""))}
            <dl class="fields">
            {Fact(visit.T("Состояние", "State"), Labels.Of(visit.Language, request.State))}
            {Fact(visit.T("Что нужно", "What is needed"), words?.Text ?? visit.T("Личные данные стёрты: срок хранения прошёл.", "The personal data are erased: their time is over."))}
            {Fact(visit.T("Вид поддержки", "Kind of support"), Labels.List(visit.Language, request.SupportKinds))}
            {Fact(visit.T("Кто просит", "Who asks"), request.Audience is { } audience ? Labels.Of(visit.Language, audience) : "")}
            {Fact(visit.T("Где", "Where"), request.Territory?.DisplayName ?? "")}
            {Fact(visit.T("Как обращаться", "Name"), words?.ContactName ?? "")}
            {Fact(visit.T("Как ответить", "How to answer"), words?.Contact ?? "")}
            {Fact(visit.T("У кого", "At"), request.Center?.DisplayName ?? visit.T("у координатора", "the coordinator"))}
            {Fact(visit.T("Примечание передавшего", "Note of who passed it on"), Read(() => vault.NoteOf(request)) ?? "")}
            {Fact(visit.T("Данные сотрутся", "Data will be erased"), DateWords.Of(visit.Language, request.ErasesOn))}
            </dl>
            {Answers(request, vault)}
            {(request.State == SupportRequestState.Closed ? Html.Nothing : Actions(request, draft, flaw is not null && draft.Length > 0))}
            """), flaw is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Html Card(SupportRequest request) => Html.Of($"""
        <li><span class="title"><a href="{visit.To(PlaceOf(request))}">{DateWords.Of(visit.Language, DateOnly.FromDateTime(request.CreatedAt))}, {(request.SupportKinds.Count == 0 ? visit.T("вид поддержки не указан", "kind not stated") : Labels.List(visit.Language, request.SupportKinds))}</a></span>
        <span class="about">{Labels.Of(visit.Language, request.State)} · {request.Territory?.DisplayName ?? ""}{(request.Center is null ? "" : " · " + request.Center.DisplayName)}</span></li>
        """);

    private Html Answers(SupportRequest request, RequestVault vault) => request.Messages.Count == 0 ? Html.Nothing : Html.Of($"""
        <section aria-labelledby="answers"><h2 id="answers">{visit.T("Ответы", "Answers")}</h2>
        {Html.Each(request.Messages.OrderBy(message => message.SentAt), message => Html.Of($"""
            <div class="says"><p class="quiet">{PageParts.Time(visit.Language, message.SentAt)}</p><p class="told">{Read(() => vault.TextOf(message)) ?? ""}</p></div>
            """))}
        </section>
        """);

    private Html Actions(SupportRequest request, string draft, bool isWrong) => Html.Of($"""
        <section aria-labelledby="act"><h2 id="act">{visit.T("Что делать", "What to do")}</h2>
        {(request.State is SupportRequestState.New or SupportRequestState.Forwarded ? Html.Of($"<p>{visit.Button(PlaceOf(request) + "/accept", visit.T("Беру в работу", "I take it"), "button")}</p>") : Html.Nothing)}
        <form method="post" action="{visit.To(PlaceOf(request) + "/answer")}" class="card-form narrow">{visit.Token}
        <div class="field"><label for="answer">{visit.T("Ответ", "Answer")}</label>
        <p class="help" id="answer-help">{visit.T("Если человек оставил почту, ответ уйдёт на неё. Если телефон – позвоните и запишите здесь, о чём договорились.", "If the person left a mail address, the answer goes there. If a number, call, and write down here what you agreed on.")}</p>
        <textarea id="answer" name="text" rows="6" maxlength="4000" aria-describedby="answer-help"{(isWrong ? new Html(" aria-invalid=\"true\"") : Html.Nothing)}>{"\n"}{draft}</textarea></div>
        <p><button type="submit" class="button">{visit.T("Ответить", "Answer")}</button></p></form>
        <details class="form-group"><summary>{visit.T("Передать другому центру", "Pass it on to another center")}</summary>
        <form method="post" action="{visit.To(PlaceOf(request) + "/forward")}" class="card-form narrow">{visit.Token}
        <div class="field"><label for="center">{visit.T("Адрес страницы центра в справочнике", "Address of the center’s page in the directory")}</label>
        <p class="help" id="center-help">{visit.T("Откройте страницу центра и скопируйте адрес, или напишите последнюю часть адреса.", "Open the page of the center and copy its address, or write the last part of it.")}</p>
        <input id="center" name="center" maxlength="500" autocomplete="off" aria-describedby="center-help"></div>
        <div class="field"><label for="note">{visit.T("Примечание для них", "Note for them")}</label><textarea id="note" name="note" rows="3" maxlength="2000"></textarea></div>
        <p><button type="submit">{visit.T("Передать", "Pass on")}</button></p></form></details>
        <p>{visit.Button(PlaceOf(request) + "/close", visit.T("Закрыть заявку", "Close the request"))}</p>
        </section>
        """);

    private static Html Fact(string label, string text) => text.Length == 0 ? Html.Nothing : Html.Of($"""<div><dt>{label}</dt><dd class="told">{text}</dd></div>""");

    /// <summary>What cannot be decrypted is a matter of the operator's configuration, and hides nothing else.</summary>
    private static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
