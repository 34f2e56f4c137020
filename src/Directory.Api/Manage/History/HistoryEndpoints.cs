using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Data.Entities;

namespace CenterDirectory.Api.Manage.History;

/// <summary>Who changed what, and the way back.</summary>
internal static class HistoryEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        routes.OnGet<Center>("/centers/{slug}/history", ShowAsync);
        routes.OnPost<Center>("/centers/{slug}/history", UndoAsync);
    }

    private static async Task<IResult> UndoAsync(ManageVisit visit, Center center)
    {
        if (!int.TryParse(visit.Http.Request.Form["undo"], out var revision))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var outcome = await visit.Get<EditDesk>().UndoAsync(new UndoEditInput(revision), visit.Cancellation);
        return outcome.Errors.Count == 0 ? visit.Go($"/manage/centers/{center.Slug}/history?done=undone") : ManageEntries.Refused(visit, outcome, $"/manage/centers/{center.Slug}/history");
    }

    private static async Task<IResult> ShowAsync(ManageVisit visit, Center center)
    {
        var edits = await EditHistory.ReadAsync(visit, center);
        var words = new EditWords(visit.Language);
        var title = visit.T("Что менялось", "What was changed");
        return visit.Page(title, Html.Of($"""
            <p class="back"><a href="{visit.To($"/manage/centers/{center.Slug}")}">← {center.DisplayName}</a></p>
            {Notices.Of(visit)}
            <h1>{title}</h1>
            <p class="help">{visit.T(
                "Правки самого центра, последние сверху. Отменённая правка возвращает то, что было до неё; если с тех пор те же поля меняли ещё раз, отменяйте с последней.",
                "Edits of the center itself, newest first. To undo one brings back what was before it; if the same fields were changed since, begin with the newest.")}</p>
            {(edits.Count == 0 ? Html.Of($"<p>{visit.T("Пока никто ничего не правил.", "Nobody has changed anything yet.")}</p>") : Html.Of($"""
                <ol class="edits">
                {Html.Each(edits, edit => Edit(visit, center, words, edit))}
                </ol>
                """))}
            """));
    }

    private static Html Edit(ManageVisit visit, Center center, EditWords words, PastEdit edit) => Html.Of($"""
        <li>
        <p><strong>{words.Act(edit.Act)}</strong>{Names(edit)} <span class="quiet">· {PageParts.Time(visit.Language, edit.At)} · {(edit.IsOwn ? visit.T("вы", "you") : edit.By ?? visit.T("другой способ", "in another way"))}</span></p>
        {Html.Each(edit.Records.Select(words.Changes).Where(changes => changes.Count > 0), changes => Html.Of($"""
            <dl>
            {Html.Each(changes, change => Html.Of($"""
                <div><dt>{change.Label}</dt><dd>{(change.Before is null ? Html.Nothing : Html.Of($"<del>{change.Before}</del> → "))}{(change.After is null
                    ? Html.Of($"""<span class="quiet">{visit.T("как в реестрах", "as the registries say")}</span>""")
                    : Html.Of($"<ins>{change.After}</ins>"))}</dd></div>
                """))}
            </dl>
            """))}
        <form method="post" action="{visit.To($"/manage/centers/{center.Slug}/history")}" class="act">{visit.Token}<input type="hidden" name="undo" value="{edit.Revision}">
        <button type="submit">{visit.T("Отменить эту правку", "Undo this edit")}<span class="sr">: {words.Act(edit.Act)}, {visit.Language.Time(edit.At)}</span></button></form>
        </li>
        """);

    private static Html Names(PastEdit edit) =>
        edit.Records.Where(record => record.Kind is nameof(Service) or nameof(Event) or nameof(NewsItem)).Select(EditWords.NameOf).OfType<string>().FirstOrDefault() is { } name
            ? Html.Of($": {name}")
            : Html.Nothing;
}
