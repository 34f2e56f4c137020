using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Access;

/// <summary>How far a key reaches.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Centers">Its own centers.</param>
/// <param name="NetworkId">The network it coordinates.</param>
/// <param name="TerritoryId">The territory it coordinates, with everything below.</param>
internal sealed record AccessScope(AccessRole Role, IReadOnlySet<long> Centers, long? NetworkId = null, long? TerritoryId = null);

/// <summary>What somebody wants to do something to, as far as rights depend on it.</summary>
/// <param name="CenterId">The center that it is or belongs to; null for a center to come, and for what belongs to none.</param>
/// <param name="IsRunByCoordinator">Whether the organization that coordinates the key's network runs the center.</param>
/// <param name="NetworkIds">Networks of the center; of a center to come those that cover its territory.</param>
/// <param name="TerritoryIds">Its territory and all above.</param>
internal sealed record AccessTarget(long? CenterId, bool IsRunByCoordinator, IReadOnlySet<long> NetworkIds, IReadOnlySet<long> TerritoryIds)
{
    /// <summary>The directory as a whole.</summary>
    public static AccessTarget Directory { get; } = new(null, false, new HashSet<long>(), new HashSet<long>());
}
