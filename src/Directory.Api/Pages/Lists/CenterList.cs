using CenterDirectory.Api.Schema;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>A page of the list of centers.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Territory">The territory that was asked for; null for everywhere, or if there is none of that name.</param>
/// <param name="Centers">The centers of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Regions">What can be chosen as territory.</param>
internal sealed record CenterList(CenterFilter Filter, Territory? Territory, IReadOnlyList<Center> Centers, int Total, IReadOnlyList<Territory> Regions)
{
    /// <summary>Centers on a page.</summary>
    public const int PageSize = 60;

    /// <summary>Whether everything that was asked for exists.</summary>
    public bool IsKnown => Filter.IsKnown && (Filter.Territory is null || Territory is not null);

    /// <summary>Number of the last page.</summary>
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Reads it, in four statements at most.</summary>
    public static async Task<CenterList> ReadAsync(DirectoryDb db, CenterFilter filter, CancellationToken cancellationToken)
    {
        var regions = await db.Territories.AsNoTracking().Where(territory => territory.Kind == TerritoryKind.Region)
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id).ToListAsync(cancellationToken);
        var territory = filter.Territory is { } key
            ? regions.FirstOrDefault(region => region.Slug == key || region.Code == key)
                ?? await Query.GetTerritory(db, key).AsNoTracking().FirstOrDefaultAsync(cancellationToken)
            : null;
        if (!filter.IsKnown || (filter.Territory is not null && territory is null))
        {
            return new CenterList(filter, territory, [], 0, regions);
        }

        var centers = filter.Apply(db.Centers.AsNoTracking(), territory?.Id);
        var total = await centers.CountAsync(cancellationToken);
        var page = await centers.OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id)
            .Skip((filter.Page - 1) * PageSize).Take(PageSize)
            .Include(center => center.Territory)
            .ToListAsync(cancellationToken);
        return new CenterList(filter, territory, page, total, regions);
    }
}
