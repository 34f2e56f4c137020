using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Access;

/// <summary>Reads what rights depend on.</summary>
internal static class AccessTargets
{
    /// <summary>Keys of the centers that belong to a key; a center that was joined into another counts as that other one.</summary>
    public static IQueryable<long> CentersOf(DirectoryDb db, long keyId) => db.AccessKeyCenters
        .Where(link => link.KeyId == keyId)
        .Select(link => db.Tombstones
            .Where(stone => stone.EntryType == EntryType.Center && stone.EntityId == link.CenterId && stone.ReplacedById != null)
            .OrderBy(stone => stone.EntityId)
            .Select(stone => stone.ReplacedById)
            .FirstOrDefault() ?? link.CenterId);

    /// <summary>The same, read.</summary>
    public static async Task<IReadOnlySet<long>> CentersOfAsync(DirectoryDb db, long keyId, CancellationToken cancellationToken) =>
        await CentersOf(db, keyId).ToHashSetAsync(cancellationToken);

    /// <summary>A center; one that is not there is in no network and no territory.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="networkId">The network that who asks coordinates.</param>
    /// <param name="centerId">The center.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<AccessTarget> OfCenterAsync(DirectoryDb db, long? networkId, long centerId, CancellationToken cancellationToken)
    {
        var networks = await db.NetworkMembers.Where(member => member.CenterId == centerId).Select(member => member.NetworkId).ToHashSetAsync(cancellationToken);
        var territories = await db.Centers.Where(center => center.Id == centerId)
            .SelectMany(center => center.Territory!.Above.Select(pair => pair.AncestorId))
            .ToHashSetAsync(cancellationToken);
        var isRunByCoordinator = networkId is not null && await db.Centers.AnyAsync(
            center => center.Id == centerId && center.OperatorId != null
                && db.Networks.Any(network => network.Id == networkId && network.CoordinatorId == center.OperatorId),
            cancellationToken);
        return new AccessTarget(centerId, isRunByCoordinator, networks, territories);
    }

    /// <summary>A center as far as a standard is concerned: that of a network is judged by who coordinates this network, that of a territory by who coordinates it or one above.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="center">The center.</param>
    /// <param name="networkId">The network whose standard it is.</param>
    /// <param name="territoryId">The territory whose standard it is; a standard of neither is judged by whoever coordinates the center.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<AccessTarget> ByStandardAsync(DirectoryDb db, AccessTarget center, long? networkId, long? territoryId, CancellationToken cancellationToken)
    {
        if (networkId is null && territoryId is null)
        {
            return center;
        }

        var above = await db.TerritoryClosures.Where(pair => pair.DescendantId == territoryId).Select(pair => pair.AncestorId).ToListAsync(cancellationToken);
        return center with
        {
            NetworkIds = center.NetworkIds.Where(network => network == networkId).ToHashSet(),
            TerritoryIds = center.TerritoryIds.Intersect(above).ToHashSet(),
        };
    }

    /// <summary>A center that there will be.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="territoryId">Where.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<AccessTarget> OfPlaceAsync(DirectoryDb db, long? territoryId, CancellationToken cancellationToken)
    {
        var above = db.TerritoryClosures.Where(pair => pair.DescendantId == territoryId).Select(pair => pair.AncestorId);
        var networks = await db.NetworkTerritories.Where(link => above.Contains(link.TerritoryId)).Select(link => link.NetworkId).ToHashSetAsync(cancellationToken);
        return new AccessTarget(null, false, networks, await above.ToHashSetAsync(cancellationToken));
    }
}
