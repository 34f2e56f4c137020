using CenterDirectory.Api.Manage.Cards;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Centers;

/// <summary>Centers and their cards.</summary>
internal static class CenterEndpoints
{
    private static readonly CenterForm Form = new();

    /// <summary>Maps them.</summary>
    public static void MapCenters(this IEndpointRouteBuilder routes)
    {
        routes.OnGet("/", visit => new MyCentersPage(visit).RenderAsync());
        routes.OnGet("/centers/new", visit => WithNewAsync(visit, desk => desk.ShowAsync()));
        routes.OnPost("/centers/new", visit => WithNewAsync(visit, desk => desk.TakeAsync(visit.Http.Request.Form)));
        routes.OnGet<Center>("/centers/{slug}", (visit, center) => new CenterDeskPage(visit, center).RenderAsync());
        routes.OnGet<Center>("/centers/{slug}/card", (visit, center) => Desk(visit, center).ShowAsync());
        routes.OnPost<Center>("/centers/{slug}/card", (visit, center) => Desk(visit, center).TakeAsync(visit.Http.Request.Form));
        routes.OnPost<Center>("/centers/{slug}/confirm", (visit, center) => ManageEntries.ConfirmAsync(visit, center, $"/manage/centers/{center.Slug}"));
    }

    private static FormDesk Desk(ManageVisit visit, Center center) => new(visit, Form, center)
    {
        Address = $"/manage/centers/{center.Slug}/card", Title = visit.T("Карточка центра", "Card of the center"), Back = $"/manage/centers/{center.Slug}",
        Done = outcome => PlaceAsync(visit, outcome, center.Slug),
    };

    /// <summary>Editors add no centers; whom else a key lets add one, and where, says the desk.</summary>
    private static async Task<IResult> WithNewAsync(ManageVisit visit, Func<FormDesk, Task<IResult>> answer) =>
        visit.Session.Key.Role == AccessRole.Editor ? visit.Foreign() : await answer(new FormDesk(visit, Form, Form.Fresh(null))
        {
            Address = "/manage/centers/new", Title = visit.T("Новый центр", "New center"), Back = "/manage", Done = outcome => PlaceAsync(visit, outcome, ""),
        });

    /// <summary>A new name may have made a new slug.</summary>
    private static async Task<string> PlaceAsync(ManageVisit visit, EditOutcome outcome, string slug) =>
        $"/manage/centers/{await EntryKinds.Of(EntryType.Center).SlugAsync(visit.Reading(), outcome.EntityId ?? 0) ?? slug}?done=saved";
}
