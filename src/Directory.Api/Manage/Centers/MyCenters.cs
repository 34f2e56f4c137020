using CenterDirectory.Api.Access;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Centers;

/// <summary>The centers that a key may change: the same that <see cref="AccessRights"/> says of each, as one question.</summary>
internal static class MyCenters
{
    /// <summary>All of them.</summary>
    public static async Task<IQueryable<Center>> OfAsync(ManageVisit visit)
    {
        var scope = await visit.Viewer.ScopeAsync(visit.Cancellation);
        return Of(visit.Db, scope);
    }

    /// <summary>All of a scope.</summary>
    internal static IQueryable<Center> Of(DirectoryDb db, AccessScope scope)
    {
        if (scope.Role == AccessRole.Operator)
        {
            return db.Centers;
        }

        var own = scope.Centers.ToArray();
        var (network, territory) = scope.Role == AccessRole.Coordinator ? (scope.NetworkId ?? 0, scope.TerritoryId ?? 0) : (0, 0);
        return db.Centers.Where(center => Enumerable.Contains(own, center.Id)
            || center.Memberships.Any(member => member.NetworkId == network)
            || (center.OperatorId != null && db.Networks.Any(one => one.Id == network && one.CoordinatorId == center.OperatorId))
            || center.Territory!.Above.Any(pair => pair.AncestorId == territory));
    }
}
