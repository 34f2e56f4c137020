using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Events;

/// <summary>Moving an event, and calling it off: two small forms of their own, so that it happens to nobody by the way.</summary>
internal static class EventMoves
{
    /// <summary>Maps them.</summary>
    public static void MapEventMoves(this IEndpointRouteBuilder routes)
    {
        routes.OnGet<Event>("/events/{slug}/postpone", async (visit, item) => Postponing(visit, item, await visit.RevisionAsync(), new MoveTexts("", "", "", ""), []));
        routes.OnPost<Event>("/events/{slug}/postpone", PostponeAsync);
        routes.OnGet<Event>("/events/{slug}/cancel", async (visit, item) => Cancelling(visit, item, await visit.RevisionAsync()));
        routes.OnPost<Event>("/events/{slug}/cancel", (visit, item) => ManageEntries.MakeAsync(
            visit, new CancelEventInput(ManageEntries.IdOf(item), ReasonOf(ReasonText(visit)), RevisionOf(visit)), Place(item), Place(item) + "?done=cancelled"));
    }

    private static string Place(Event item) => $"/manage/events/{item.Slug}";

    private static int? RevisionOf(ManageVisit visit) => int.TryParse(visit.Http.Request.Form[FormState.RevisionField], out var revision) ? revision : null;

    private static string ReasonText(ManageVisit visit) => new NameControl().Collect(visit.Http.Request.Form, "reason");

    private static LocalizedTextInput? ReasonOf(string text) => text.Length == 0 ? null : new LocalizedTextInput { Ru = new(text) };

    private static Html Reason(ManageVisit visit, string text) => Html.Of($"""
        <div class="field"><label for="f-reason">{visit.T("Почему", "Why")}</label>
        <p class="help" id="f-reason-help">{visit.T("Увидят все: на странице события и в календарях.", "Everybody will see it: on the page of the event and in calendars.")}</p>
        {new NameControl().Render(new ControlView(visit.Language, "reason", text) { DescribedBy = "f-reason-help" })}</div>
        """);

    private static async Task<IResult> PostponeAsync(ManageVisit visit, Event item)
    {
        var posted = visit.Http.Request.Form;
        var typed = new MoveTexts(
            new ClockControl().Collect(posted, "startsAt"), new ClockControl().Collect(posted, "endsAt"), new DateControl().Collect(posted, "date"), ReasonText(visit));
        var center = await Cards.CardEndpoints.CenterOfAsync(visit, item);
        var reading = new FormReading(visit.Db, item.TimeZone ?? item.Territory?.TimeZone ?? center?.Territory?.TimeZone, visit.Cancellation);
        var flaws = new Dictionary<string, string>();
        var startsAt = (DateTime?)await ReadAsync(new ClockControl(), "startsAt", typed.Start);
        var endsAt = (DateTime?)await ReadAsync(new ClockControl(), "endsAt", typed.End);
        var date = (FuzzyDate?)await ReadAsync(new DateControl(), "date", typed.Day);
        if (startsAt is null && endsAt is not null && flaws.Count == 0)
        {
            flaws["startsAt"] = visit.T("Есть окончание, но нет начала.", "There is an end without a start.");
        }

        if (flaws.Count > 0)
        {
            return Postponing(visit, item, RevisionOf(visit) ?? 0, typed, flaws);
        }

        var outcome = await visit.Get<EditDesk>().MakeAsync(new PostponeEventInput(ManageEntries.IdOf(item), date, startsAt, endsAt, ReasonOf(typed.Reason), RevisionOf(visit)), visit.Cancellation);
        return outcome.Errors.Count == 0 ? visit.Go(Place(item) + "?done=postponed")
            : outcome.Errors.OfType<ValidationError>().FirstOrDefault() is { } error
                ? Postponing(visit, item, RevisionOf(visit) ?? 0, typed, new() { [error.Path.LastOrDefault(name => name is "date" or "endsAt") ?? "startsAt"] = visit.Language.Pick(error.Text) })
                : ManageEntries.Refused(visit, outcome, Place(item));

        async ValueTask<object?> ReadAsync(Control control, string name, string text)
        {
            var read = text.Length == 0 ? default : await control.ReadAsync(text, reading);
            if (read.Flaw is { } flaw)
            {
                flaws[name] = visit.Language.Pick(flaw);
            }

            return read.Value;
        }
    }

    private static IResult Postponing(ManageVisit visit, Event item, int revision, MoveTexts typed, Dictionary<string, string> flaws)
    {
        var title = visit.T("Перенести событие", "Postpone the event");
        return visit.Page(flaws.Count == 0 ? title : $"{visit.T("Ошибка", "Error")}: {title}", Html.Of($"""
            <p class="back"><a href="{visit.To(Place(item))}">{visit.T("← Назад, ничего не меняя", "← Back without changing anything")}</a></p>
            <h1>{title}</h1>
            <p>«{item.DisplayName}», {visit.T("сейчас:", "now:")} {new Pages.Entries.EntryCards(visit.Language, DateOnly.FromDateTime(visit.Now)).When(item).Text}</p>
            <form method="post" action="{visit.To(Place(item) + "/postpone")}" class="card-form narrow" novalidate>
            {visit.Token}
            <input type="hidden" name="{FormState.RevisionField}" value="{revision}">
            <p class="help">{visit.T("Если новая дата ещё неизвестна, оставьте всё пустым: событие будет значиться перенесённым, прежняя дата останется видна.", "If the new date is not known yet, leave everything empty: the event will be shown as postponed, with its former date.")}</p>
            {Box("startsAt", new ClockControl(), visit.T("Новое начало", "New start"), typed.Start)}
            {Box("endsAt", new ClockControl(), visit.T("Новое окончание", "New end"), typed.End)}
            {Box("date", new DateControl(), visit.T("Новая дата, если время неизвестно", "New date, if the time is not known"), typed.Day)}
            {Reason(visit, typed.Reason)}
            <p><button type="submit" class="button">{visit.T("Перенести", "Postpone")}</button></p>
            </form>
            """), flaws.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        Html Box(string name, Control control, string label, string text) => Html.Of($"""
            <div class="field{(flaws.ContainsKey(name) ? " wrong" : "")}"><label for="{ControlView.IdOf(name)}">{label}</label>
            {(flaws.TryGetValue(name, out var flaw) ? Html.Of($"""<p class="flaw" id="{ControlView.IdOf(name)}-flaw">{flaw}</p>""") : Html.Nothing)}
            {control.Render(new ControlView(visit.Language, name, text) { IsWrong = flaws.ContainsKey(name), DescribedBy = flaws.ContainsKey(name) ? ControlView.IdOf(name) + "-flaw" : "" })}</div>
            """);
    }

    private static IResult Cancelling(ManageVisit visit, Event item, int revision)
    {
        var title = visit.T("Отменить событие", "Call the event off");
        return visit.Page(title, Html.Of($"""
            <p class="back"><a href="{visit.To(Place(item))}">{visit.T("← Назад, ничего не меняя", "← Back without changing anything")}</a></p>
            <h1>{title}</h1>
            <p>«{item.DisplayName}»</p>
            <form method="post" action="{visit.To(Place(item) + "/cancel")}" class="card-form narrow" novalidate>
            {visit.Token}
            <input type="hidden" name="{FormState.RevisionField}" value="{revision}">
            <p class="help">{visit.T("Событие останется на странице с пометкой «отменено», и календари, в которых оно есть, узнают об этом.", "The event will stay on its page, marked as cancelled, and calendars that have it will be told.")}</p>
            {Reason(visit, "")}
            <p><button type="submit" class="button">{visit.T("Да, событие отменяется", "Yes, it is called off")}</button></p>
            </form>
            """));
    }

    /// <summary>What was typed of a new time.</summary>
    private sealed record MoveTexts(string Start, string End, string Day, string Reason);
}
