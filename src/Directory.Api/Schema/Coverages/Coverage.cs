using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Coverages;

/// <summary>What a territory has and lacks.</summary>
/// <param name="territoryId">The territory.</param>
/// <param name="declaredCenters">What a source states.</param>
internal sealed class Coverage(long territoryId, Quantity? declaredCenters)
{
    private Task<CenterCounts>? centers;
    private Task<Dictionary<SupportKind, int>>? kindsOfCenters;

    /// <summary>Number of centers as a source states it.</summary>
    public Quantity? DeclaredCenters { get; } = declaredCenters;

    /// <summary>Key of the territory.</summary>
    internal long TerritoryId { get; } = territoryId;

    /// <summary>Numbers of centers, counted once however many fields ask.</summary>
    internal Task<CenterCounts> CentersAsync(DirectoryDb db, CancellationToken cancellationToken) => centers ??= CountAsync(db, cancellationToken);

    /// <summary>Active centers by what they offer, counted once; a kind that nobody offers is missing.</summary>
    internal Task<Dictionary<SupportKind, int>> KindsOfCentersAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        kindsOfCenters ??= SupportCounts.OfCentersAsync(db, TerritoryId, cancellationToken);

    private async Task<CenterCounts> CountAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        await Centers(db).GroupBy(_ => 1)
            .Select(all => new CenterCounts(all.Count(), all.Count(center => center.Status == CenterStatus.Active)))
            .SingleOrDefaultAsync(cancellationToken) ?? new CenterCounts(0, 0);

    private IQueryable<Center> Centers(DirectoryDb db) =>
        db.Set<TerritoryClosure>().Where(pair => pair.AncestorId == TerritoryId).SelectMany(pair => pair.Descendant.Centers);
}

/// <summary>How many centers there are.</summary>
/// <param name="Known">All.</param>
/// <param name="Active">Those that work.</param>
internal sealed record CenterCounts(int Known, int Active);

/// <summary>What a territory has of one kind of support.</summary>
/// <param name="SupportKind">The kind.</param>
/// <param name="Centers">Active centers that offer it.</param>
/// <param name="Services">Active services of it.</param>
internal sealed record SupportKindCoverage(SupportKind SupportKind, int Centers, int Services);
