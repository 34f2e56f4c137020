using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Cards;

/// <summary>What belongs to a center: its services and events.</summary>
internal static class CardEndpoints
{
    private static readonly ServiceForm ServiceForm = new();
    private static readonly EventForm EventForm = new();

    /// <summary>Maps them.</summary>
    public static void MapCards(this IEndpointRouteBuilder routes)
    {
        Map<Service>(routes, "services", ServiceForm, new("Новая услуга", "New service"), new("Услуга", "Service"));
        Map<Event>(routes, "events", EventForm, new("Новое событие", "New event"), new("Событие", "Event"));
    }

    private static void Map<T>(IEndpointRouteBuilder routes, string segment, EntryForm form, LocalizedText fresh, LocalizedText known)
        where T : DirectoryEntry
    {
        routes.OnGet<Center>($"/centers/{{slug}}/{segment}/new", (visit, center) => New(visit, center).ShowAsync());
        routes.OnPost<Center>($"/centers/{{slug}}/{segment}/new", (visit, center) => New(visit, center).TakeAsync(visit.Http.Request.Form));
        routes.OnGet<T>($"/{segment}/{{slug}}", ShowAsync);
        routes.OnGet<T>($"/{segment}/{{slug}}/card", async (visit, entry) => await (await KnownAsync(visit, entry)).ShowAsync());
        routes.OnPost<T>($"/{segment}/{{slug}}/card", async (visit, entry) => await (await KnownAsync(visit, entry)).TakeAsync(visit.Http.Request.Form));
        routes.OnPost<T>($"/{segment}/{{slug}}/confirm", (visit, entry) => ManageEntries.ConfirmAsync(visit, entry, $"/manage/{segment}/{entry.Slug}"));
        routes.OnPost<T>($"/{segment}/{{slug}}/delete", async (visit, entry) =>
        {
            var center = await CenterOfAsync(visit, entry);
            return await ManageEntries.MakeAsync(
                visit, new DeleteEntryInput(ManageEntries.IdOf(entry)), $"/manage/{segment}/{entry.Slug}", center is null ? "/manage?done=deleted" : $"/manage/centers/{center.Slug}?done=deleted");
        });

        FormDesk New(ManageVisit visit, Center center) => new(visit, form, form.Fresh(center))
        {
            Address = $"/manage/centers/{center.Slug}/{segment}/new", Title = visit.Language.Pick(fresh), Back = $"/manage/centers/{center.Slug}", Center = center,
            Done = _ => Task.FromResult($"/manage/centers/{center.Slug}?done=saved#{segment}"),
        };

        async Task<FormDesk> KnownAsync(ManageVisit visit, T entry) => new(visit, form, entry)
        {
            Address = $"/manage/{segment}/{entry.Slug}/card", Title = visit.Language.Pick(known), Back = $"/manage/{segment}/{entry.Slug}", Center = await CenterOfAsync(visit, entry),
            Done = async outcome => $"/manage/{segment}/{await EntryKinds.Of(form.Type).SlugAsync(visit.Reading(), outcome.EntityId ?? 0) ?? entry.Slug}?done=saved",
        };

        async Task<IResult> ShowAsync(ManageVisit visit, T entry) => new EntryDeskPage(visit, form.Type, entry, await CenterOfAsync(visit, entry))
        {
            Segment = segment, Preview = await EntryKinds.Of(form.Type).DescribeAsync(visit.Reading(), entry), IsOwn = await EntryDeskPage.IsOwnAsync(visit, entry),
        }.Render();
    }

    /// <summary>The center of an entry, of several the first that the key may change.</summary>
    internal static async Task<Center?> CenterOfAsync(ManageVisit visit, DirectoryEntry entry)
    {
        var ids = entry is Service service
            ? visit.Db.Services.Where(one => one.Id == service.Id && one.CenterId != null).Select(one => one.CenterId!.Value)
            : visit.Db.Set<EventCenter>().Where(link => link.EventId == entry.Id).Select(link => link.CenterId);
        var mine = await Centers.MyCenters.OfAsync(visit);
        return await mine.AsNoTracking().Include(center => center.Territory).Where(center => ids.Contains(center.Id)).OrderBy(center => center.Id).FirstOrDefaultAsync(visit.Cancellation);
    }
}
