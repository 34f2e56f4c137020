using System.Linq.Expressions;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>Finds what HSDS shows: all centers, organizations that run one or provide a service, all services.</summary>
internal sealed class HsdsReader(ISearchIndex index)
{
    /// <summary>What is added to the name of a service's UUID for its place.</summary>
    public const string AtLocation = "/at-location";

    /// <summary>Most results of a search that are looked at; the best ones.</summary>
    private const int SearchDepth = 1_000;

    private readonly HsdsIdIndex centers = new(nameof(Center));
    private readonly HsdsIdIndex organizations = new(nameof(Organization));
    private readonly HsdsIdIndex services = new(nameof(Service));
    private readonly HsdsIdIndex places = new(nameof(Service), AtLocation);

    public async Task<long?> CenterAsync(DirectoryDb db, Guid id, CancellationToken cancellationToken) =>
        centers.Find(id, await db.Centers.MaxAsync(center => (long?)center.Id, cancellationToken) ?? 0);

    public async Task<long?> OrganizationAsync(DirectoryDb db, Guid id, CancellationToken cancellationToken) =>
        organizations.Find(id, await db.Organizations.MaxAsync(organization => (long?)organization.Id, cancellationToken) ?? 0);

    public async Task<long?> ServiceAsync(DirectoryDb db, Guid id, bool atLocation, CancellationToken cancellationToken) =>
        (atLocation ? places : services).Find(id, await db.Services.MaxAsync(service => (long?)service.Id, cancellationToken) ?? 0);

    /// <summary>The centers of a list of organizations.</summary>
    public async Task<IQueryable<Center>> CentersAsync(DirectoryDb db, HsdsRequest request, CancellationToken cancellationToken)
    {
        var found = db.Centers.AsNoTracking();
        if (request.Search is { } text)
        {
            var ids = await SearchAsync(text, SearchType.Center, cancellationToken);
            found = found.Where(center => ids.Contains(center.Id));
        }

        return request.ModifiedAfter is { } since ? found.Where(center => center.UpdatedAt >= since) : found;
    }

    /// <summary>The organizations beside them.</summary>
    public async Task<IQueryable<Organization>> OrganizationsAsync(DirectoryDb db, HsdsRequest request, CancellationToken cancellationToken)
    {
        // From the few that run or provide something, not through the many that do not.
        var active = db.Centers.Where(center => center.OperatorId != null).Select(center => center.OperatorId!.Value)
            .Union(db.Services.Where(service => service.ProviderId != null).Select(service => service.ProviderId!.Value));
        var found = db.Organizations.AsNoTracking().Where(organization => active.Contains(organization.Id));
        if (request.Search is { } text)
        {
            var ids = await SearchAsync(text, SearchType.Organization, cancellationToken);
            found = found.Where(organization => ids.Contains(organization.Id));
        }

        return request.ModifiedAfter is { } since ? found.Where(organization => organization.UpdatedAt >= since) : found;
    }

    /// <summary>The services of a list; null if it asks for a term or organization that does not exist.</summary>
    /// <param name="db">The database.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="atLocation">Only those that have a place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IQueryable<Service>> ServicesAsync(DirectoryDb db, HsdsRequest request, bool atLocation, CancellationToken cancellationToken)
    {
        var found = db.Services.AsNoTracking();
        if (atLocation)
        {
            found = found.Where(service => service.CenterId != null);
        }

        if (request.Search is { } text)
        {
            var ids = await SearchAsync(text, SearchType.Service, cancellationToken);
            found = found.Where(service => ids.Contains(service.Id));
        }

        if (request.ModifiedAfter is { } since)
        {
            found = found.Where(service => service.UpdatedAt >= since);
        }

        if (request.OrganizationId is { } organization)
        {
            var center = await CenterAsync(db, organization, cancellationToken) ?? -1;
            var provider = await OrganizationAsync(db, organization, cancellationToken) ?? -1;
            found = found.Where(service => service.CenterId == center || service.ProviderId == provider);
        }

        return Classified(found, request);
    }

    /// <summary>Everything that the full form of a service shows.</summary>
    public static IQueryable<Service> WithDetails(IQueryable<Service> services) => services
        .Include(service => service.VerifiedBy)
        .Include(service => service.Territory)
        .Include(service => service.Provider!.Territory)
        .Include(service => service.Center!.Territory)
        .Include(service => service.Declarations).ThenInclude(declaration => declaration.Standard)
        .Include(service => service.Center!.ServiceAreas).ThenInclude(area => area.Territory)
        // Both lists are short: one statement with a few rows more is less than two.
        .AsSingleQuery().AsNoTrackingWithIdentityResolution();

    private static IQueryable<Service> Classified(IQueryable<Service> found, HsdsRequest request)
    {
        if (request.TaxonomyTermId is { } termId)
        {
            var term = HsdsTaxonomy.All.SelectMany(taxonomy => taxonomy.Terms).FirstOrDefault(term => term.Id == termId);
            found = found.Where(ConditionOf(term?.Value));
        }

        if (request.TaxonomyId is { } taxonomyId)
        {
            found = HsdsTaxonomy.All.FirstOrDefault(taxonomy => taxonomy.Id == taxonomyId)?.Type.Name switch
            {
                nameof(SupportKind) => found.Where(service => service.SupportKinds.Any()),
                nameof(Audience) => found.Where(service => service.Audiences.Any()),
                nameof(DeliveryMode) => found.Where(service => service.DeliveryModes.Any()),
                nameof(Fee) => found.Where(service => service.Fee != null),
                _ => found.Where(service => false),
            };
        }

        return found;
    }

    /// <summary>A term of what services are not classified by, or none of ours, has no services.</summary>
    private static Expression<Func<Service, bool>> ConditionOf(Enum? value) => value switch
    {
        SupportKind kind => service => service.SupportKinds.Contains(kind),
        Audience audience => service => service.Audiences.Contains(audience),
        DeliveryMode mode => service => service.DeliveryModes.Contains(mode),
        Fee fee => service => service.Fee == fee,
        Specialization specialization => service => service.Center!.Specializations.Contains(specialization),
        _ => service => false,
    };

    private async Task<List<long>> SearchAsync(string text, SearchType type, CancellationToken cancellationToken)
    {
        var results = await index.FindAsync(new SearchRequest(text, [type], Territory: null, SupportKinds: null, SearchDepth, After: null), cancellationToken);
        return [.. results.Hits.Select(hit => hit.Id)];
    }
}
