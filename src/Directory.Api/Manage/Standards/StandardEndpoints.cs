using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Standards;

/// <summary>Declaring standards and judging declarations, by the inputs of the mutations.</summary>
internal static class StandardEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapStandards(this IEndpointRouteBuilder routes)
    {
        routes.OnGet<Service>("/services/{slug}/standards", (visit, service) => new StandardsPage(visit, service).RenderAsync());
        routes.OnPost<Service>("/services/{slug}/standards", ActAsync);
    }

    private static async Task<IResult> ActAsync(ManageVisit visit, Service service)
    {
        var form = visit.Http.Request.Form;
        var slug = form["standard"].ToString();
        var standard = slug.Any(char.IsControl) ? null
            : await visit.Db.ServiceStandards.AsNoTracking().Called(visit.Db, slug).OrderBy(one => one.Id).FirstOrDefaultAsync(visit.Cancellation);
        if (standard is null)
        {
            return TypedResults.NotFound();
        }

        var (id, standardId, place) = (ManageEntries.IdOf(service), ManageEntries.IdOf(standard), $"/manage/services/{service.Slug}/standards");
        var reason = form["reason"].ToString().Trim() is { Length: > 0 } text ? text : null;
        IRepeatableInput input = form["do"].ToString() switch
        {
            "confirm" => new ReviewStandardInput(id, standardId, StandardVerdict.Confirm, reason),
            "object" => new ReviewStandardInput(id, standardId, StandardVerdict.Object, reason),
            _ => new DeclareStandardInput(id, standardId, [.. form["criteria"].OfType<string>()]),
        };
        return await ManageEntries.MakeAsync(visit, input, place, place + (input is DeclareStandardInput ? "?done=declared" : "?done=reviewed"));
    }
}
