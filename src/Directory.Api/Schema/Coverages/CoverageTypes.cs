using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Api.Schema.Staleness;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Coverages;

/// <summary>Where support is and where it is missing.</summary>
[QueryType]
internal static class CoverageQuery
{
    /// <summary>What a territory has and lacks; null if it is unknown.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="territory">ФНС code, ISO code, ОКТМО or slug; only there and below.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<Coverage?> GetCoverageAsync(
        DirectoryDb db, [GraphQLScalar("TerritoryKey")] string territory, CancellationToken cancellationToken) =>
        await Query.GetTerritory(db, territory).Select(found => new { found.Id, found.DeclaredCenters }).FirstOrDefaultAsync(cancellationToken) is { } known
            ? new Coverage(known.Id, known.DeclaredCenters)
            : null;
}

/// <summary>What the coverage of a territory counts.</summary>
[ObjectType<Coverage>]
internal static class CoverageType
{
    /// <summary>The territory.</summary>
    /// <param name="coverage">Its coverage.</param>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<Territory> GetTerritory([Parent] Coverage coverage) => new(nameof(Territory), coverage.TerritoryId);

    /// <summary>Centers known there or below.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<int> GetKnownCentersAsync([Parent] Coverage coverage, DirectoryDb db, CancellationToken cancellationToken) =>
        (await coverage.CentersAsync(db, cancellationToken)).Known;

    /// <summary>Active ones among them.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<int> GetActiveCentersAsync([Parent] Coverage coverage, DirectoryDb db, CancellationToken cancellationToken) =>
        (await coverage.CentersAsync(db, cancellationToken)).Active;

    /// <summary>Every kind of support with what is offered there.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 2)]
    public static async Task<IReadOnlyList<SupportKindCoverage>> GetSupportKindsAsync(
        [Parent] Coverage coverage, DirectoryDb db, CancellationToken cancellationToken)
    {
        var centers = await coverage.KindsOfCentersAsync(db, cancellationToken);
        var services = await SupportCounts.OfServicesAsync(db, coverage.TerritoryId, cancellationToken);
        return [.. Enum.GetValues<SupportKind>().Select(kind => new SupportKindCoverage(kind, centers.GetValueOrDefault(kind), services.GetValueOrDefault(kind)))];
    }

    /// <summary>Kinds that no active center there offers.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<IReadOnlyList<SupportKind>> GetMissingSupportKindsAsync(
        [Parent] Coverage coverage, DirectoryDb db, CancellationToken cancellationToken)
    {
        var offered = await coverage.KindsOfCentersAsync(db, cancellationToken);
        return [.. Enum.GetValues<SupportKind>().Where(kind => !offered.ContainsKey(kind))];
    }

    /// <summary>Territories below without an active center of their own, there or further below; by code, then by name.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="kinds">Only territories of these kinds, on whatever level; default: the next level below.</param>
    [UsePaging(PerParent = true, AllowBackwardPagination = false)]
    public static IQueryable<Territory> GetTerritoriesWithoutCenter([Parent] Coverage coverage, DirectoryDb db, IReadOnlyList<TerritoryKind>? kinds = null)
    {
        var id = coverage.TerritoryId;
        var wanted = kinds?.ToArray();
        var below = wanted is null
            ? db.Territories.Where(territory => territory.ParentId == id)
            : db.Territories.Where(territory =>
                territory.Id != id && Enumerable.Contains(wanted, territory.Kind) && territory.Above.Any(pair => pair.AncestorId == id));
        return below
            .Where(territory => !territory.Below.Any(pair => pair.Descendant.Centers.Any(center => center.Status == CenterStatus.Active)))
            .OrderBy(territory => territory.Code).ThenBy(territory => territory.NameFolded);
    }

    /// <summary>Active centers whose card is not confirmed lately; depends on the clock.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting, Volatile]
    public static IQueryable<Center> GetStaleCenters([Parent] Coverage coverage, DirectoryDb db, Confirmations confirmations)
    {
        var id = coverage.TerritoryId;
        return db.Centers.Where(center => center.Territory!.Above.Any(pair => pair.AncestorId == id)).StaleCenters(confirmations);
    }
}
