using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>The upper levels of the territories with how many centers they have.</summary>
/// <param name="Tops">Countries and districts, with what lies directly below each.</param>
/// <param name="Centers">Known centers there and below, by territory.</param>
internal sealed record TerritoryList(IReadOnlyList<TerritoryGroup> Tops, IReadOnlyDictionary<long, int> Centers)
{
    private static readonly TerritoryKind[] Levels = [TerritoryKind.Country, TerritoryKind.FederalDistrict, TerritoryKind.Region];

    /// <summary>Reads it, in two statements.</summary>
    public static async Task<TerritoryList> ReadAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var territories = await db.Territories.AsNoTracking().Where(territory => Enumerable.Contains(Levels, territory.Kind))
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id).ToListAsync(cancellationToken);
        var centers = await db.Centers.Where(center => center.TerritoryId != null)
            .SelectMany(center => center.Territory!.Above)
            .GroupBy(pair => pair.AncestorId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var below = territories.Where(territory => territory.Kind == TerritoryKind.Region).ToLookup(territory => territory.ParentId);
        var tops = territories.Where(territory => territory.Kind != TerritoryKind.Region)
            .OrderBy(territory => territory.Kind)
            .Select(top => new TerritoryGroup(top, [.. below[top.Id]]));
        return new TerritoryList([.. tops], centers);
    }
}

/// <summary>A territory with what lies directly below it.</summary>
internal sealed record TerritoryGroup(Territory Top, IReadOnlyList<Territory> Regions);
