using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Api.Schema.Requests;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Requests;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Requests;

/// <summary>Reading and answering requests, through the same desk as the mutations.</summary>
internal static class RequestEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.OnGet("/requests", visit => new RequestPages(visit).ListAsync());
        routes.MapGet("/requests/{id}", (HttpContext http, string id) => WithAsync(http, id, (visit, request) => Task.FromResult(new RequestPages(visit).Show(request))));
        Map(routes, "accept", (visit, id) => visit.Get<RequestWork>().AcceptAsync(new AcceptSupportRequestInput(id, null), visit.Cancellation));
        Map(routes, "close", (visit, id) => visit.Get<RequestWork>().CloseAsync(new CloseSupportRequestInput(id, null), visit.Cancellation));
        Map(routes, "answer", (visit, id) => visit.Get<RequestWork>().AnswerAsync(new AnswerSupportRequestInput(id, visit.Http.Request.Form["text"].ToString(), null), visit.Cancellation));
        Map(routes, "forward", async (visit, id) => await visit.Get<RequestWork>().ForwardAsync(
            new ForwardSupportRequestInput(id, await CenterAsync(visit), visit.Http.Request.Form["note"].ToString(), null), visit.Cancellation));
    }

    private static void Map(IEndpointRouteBuilder routes, string act, Func<ManageVisit, string, Task<Written<KeptRequest>>> work) =>
        routes.MapPost($"/requests/{{id}}/{act}", (HttpContext http, string id) => WithAsync(http, id, async (visit, request) =>
        {
            var written = await work(visit, GlobalId.Encode(nameof(SupportRequest), request.Id));
            if (written.Errors.Count == 0)
            {
                // What was passed on is no longer everybody's who had it.
                return visit.Go(await IsMineAsync(visit, request.Id) ? $"{RequestPages.PlaceOf(request)}?done={act}" : $"/manage/requests?done={act}");
            }

            var fresh = await FindAsync(visit, request.Id);
            return fresh is null ? TypedResults.NotFound() : new RequestPages(visit).Show(
                fresh, visit.Http.Request.Form["text"].ToString(), string.Join(' ', written.Errors.Select(error => visit.Language.Pick(error.Text))));
        }));

    private static async Task<IResult> WithAsync(HttpContext http, string id, Func<ManageVisit, SupportRequest, Task<IResult>> answer)
    {
        var visit = ManageVisit.Of(http);
        if (!GlobalId.TryDecode(id, out var type, out var number) || type != nameof(SupportRequest) || !await visit.Db.SupportRequests.AnyAsync(request => request.Id == number, visit.Cancellation))
        {
            return TypedResults.NotFound();
        }

        return await FindAsync(visit, number) is { } request ? await answer(visit, request) : visit.Foreign();
    }

    private static Task<SupportRequest?> FindAsync(ManageVisit visit, long id) => RequestReach.Of(visit.Db, visit.Session.Key).AsNoTracking()
        .Include(request => request.Territory).Include(request => request.Center).Include(request => request.Messages)
        .Where(request => request.Id == id).OrderBy(request => request.Id).FirstOrDefaultAsync(visit.Cancellation);

    private static Task<bool> IsMineAsync(ManageVisit visit, long id) => RequestReach.Of(visit.Db, visit.Session.Key).AnyAsync(request => request.Id == id, visit.Cancellation);

    /// <summary>Global id of the center whose slug, or the address of whose page, somebody wrote; what names none is no id.</summary>
    private static async Task<string> CenterAsync(ManageVisit visit)
    {
        var text = visit.Http.Request.Form["center"].ToString().Trim().Split('?', '#')[0].TrimEnd('/');
        var slug = Uri.UnescapeDataString(text[(text.LastIndexOf('/') + 1)..]);
        var id = slug.Length == 0 || slug.Any(char.IsControl) ? null
            : await visit.Db.Centers.Called(visit.Db, slug).Select(center => (long?)center.Id).FirstOrDefaultAsync(visit.Cancellation);
        return GlobalId.Encode(nameof(Center), id ?? 0);
    }
}
