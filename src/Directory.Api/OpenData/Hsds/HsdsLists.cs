using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>The lists of HSDS, in the order of keys, which new entries only make longer at the end.</summary>
internal sealed class HsdsLists(DirectoryDb db, HsdsReader reader, string origin, DateOnly today)
{
    /// <summary>Items that are read by one statement of a stream.</summary>
    private const int Chunk = 200;

    private readonly HsdsObjects objects = new(origin);
    private readonly HsdsServices services = new(origin, today);

    public async Task<HsdsList> OrganizationsAsync(HsdsRequest request, CancellationToken cancellationToken)
    {
        var isFull = request.IsFull || request.HasFullServices;
        var centers = (await reader.CentersAsync(db, request, cancellationToken)).Include(center => center.Territory);
        var organizations = (await reader.OrganizationsAsync(db, request, cancellationToken)).Include(organization => organization.Territory);
        return List(centers, center => center.Id, (found, token) => CentersAsync(found, isFull, request.HasFullServices, token))
            .Then(List(organizations, organization => organization.Id, (found, token) => OrganizationsAsync(found, isFull, request.HasFullServices, token)));
    }

    public async Task<HsdsList> ServicesAsync(HsdsRequest request, CancellationToken cancellationToken)
    {
        var found = await reader.ServicesAsync(db, request, atLocation: false, cancellationToken);
        return List(
            request.IsMinimal ? found : HsdsReader.WithDetails(found), service => service.Id,
            (page, _) => Task.FromResult<IReadOnlyList<JsonObject>>(
                [.. page.Select(service => request.IsMinimal ? HsdsServices.Minimal(service) : services.Service(service, request.IsFull))]));
    }

    public async Task<HsdsList> PlacesAsync(HsdsRequest request, CancellationToken cancellationToken)
    {
        var found = await reader.ServicesAsync(db, request, atLocation: true, cancellationToken);
        return List(
            HsdsReader.WithDetails(found), service => service.Id,
            (page, _) => Task.FromResult<IReadOnlyList<JsonObject>>([.. page.Select(service => services.ServiceAtLocation(service, request.IsFull))]));
    }

    /// <summary>An organization by its UUID, be it a center or an organization; null if there is none.</summary>
    public async Task<JsonObject?> OrganizationAsync(Guid id, bool fullServices, CancellationToken cancellationToken)
    {
        if (await reader.CenterAsync(db, id, cancellationToken) is { } center)
        {
            var found = await db.Centers.AsNoTracking().Include(item => item.Territory).Where(item => item.Id == center).ToListAsync(cancellationToken);
            return (await CentersAsync(found, isFull: true, fullServices, cancellationToken)).SingleOrDefault();
        }

        if (await reader.OrganizationAsync(db, id, cancellationToken) is { } organization)
        {
            var found = await db.Organizations.AsNoTracking().Include(item => item.Territory).Where(item => item.Id == organization).ToListAsync(cancellationToken);
            return (await OrganizationsAsync(found, isFull: true, fullServices, cancellationToken)).SingleOrDefault();
        }

        return null;
    }

    /// <summary>A service by its UUID, or by that of it at its place.</summary>
    public async Task<JsonObject?> ServiceAsync(Guid id, bool atLocation, CancellationToken cancellationToken)
    {
        if (await reader.ServiceAsync(db, id, atLocation, cancellationToken) is not { } key)
        {
            return null;
        }

        var found = await HsdsReader.WithDetails(db.Services).Where(service => service.Id == key).ToListAsync(cancellationToken);
        return found.Where(service => !atLocation || service.Center is not null)
            .Select(service => atLocation ? services.ServiceAtLocation(service, isFull: true) : services.Service(service, isFull: true)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<JsonObject>> CentersAsync(IReadOnlyList<Center> centers, bool isFull, bool fullServices, CancellationToken cancellationToken)
    {
        var ids = centers.Select(center => (long?)center.Id).ToList();
        var offered = isFull ? await OfferedAsync(service => ids.Contains(service.CenterId), service => service.CenterId, cancellationToken) : null;
        return [.. centers.Select(center => objects.Organization(center, isFull).With("services", Services(offered?[center.Id], fullServices)))];
    }

    private async Task<IReadOnlyList<JsonObject>> OrganizationsAsync(
        IReadOnlyList<Organization> organizations, bool isFull, bool fullServices, CancellationToken cancellationToken)
    {
        var ids = organizations.Select(organization => (long?)organization.Id).ToList();
        var offered = isFull
            ? await OfferedAsync(service => service.CenterId == null && ids.Contains(service.ProviderId), service => service.ProviderId, cancellationToken)
            : null;
        return [.. organizations.Select(organization => objects.Organization(organization, isFull).With("services", Services(offered?[organization.Id], fullServices)))];
    }

    private async Task<ILookup<long?, Service>> OfferedAsync(
        Expression<Func<Service, bool>> condition, Func<Service, long?> owner, CancellationToken cancellationToken) =>
        (await HsdsReader.WithDetails(db.Services.Where(condition)).OrderBy(service => service.Id).ToListAsync(cancellationToken)).ToLookup(owner);

    /// <summary>The organization around them need not be repeated.</summary>
    private JsonArray Services(IEnumerable<Service>? offered, bool isFull) =>
        [.. (offered ?? []).Select(service => (JsonNode)services.Service(service, isFull, withOrganization: false))];

    private static HsdsList List<T>(
        IQueryable<T> items, Expression<Func<T, long>> key, Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<JsonObject>>> write)
        where T : DirectoryEntry => new(
            cancellationToken => items.LongCountAsync(cancellationToken),
            async (skip, take, cancellationToken) => await write(
                skip > int.MaxValue ? [] : await items.OrderBy(key).Skip((int)skip).Take(take).ToListAsync(cancellationToken), cancellationToken),
            cancellationToken => StreamAsync(items, key, write, cancellationToken));

    private static async IAsyncEnumerable<JsonObject> StreamAsync<T>(
        IQueryable<T> items, Expression<Func<T, long>> key, Func<IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<JsonObject>>> write,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : DirectoryEntry
    {
        var (after, isMore) = (0L, true);
        while (isMore)
        {
            var last = after;
            var found = await items.Where(item => item.Id > last).OrderBy(key).Take(Chunk).ToListAsync(cancellationToken);
            foreach (var item in await write(found, cancellationToken))
            {
                yield return item;
            }

            isMore = found.Count == Chunk;
            after = found.Count > 0 ? found[^1].Id : after;
        }
    }
}
