using CenterDirectory.Api.Access;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Requests;

/// <summary>Which requests a key may read: the same that <see cref="AccessAct.Answer"/> lets it work on, as a query.</summary>
internal static class RequestReach
{
    /// <summary>Editors see those of their centers, coordinators besides those of their network or territory that no center has, operators all.</summary>
    public static IQueryable<SupportRequest> Of(DirectoryDb db, AccessKey key)
    {
        if (key.Role == AccessRole.Operator)
        {
            return db.SupportRequests;
        }

        var own = AccessTargets.CentersOf(db, key.Id);
        if (key.Role != AccessRole.Coordinator)
        {
            return db.SupportRequests.Where(request => request.CenterId != null && own.Contains(request.CenterId.Value));
        }

        if (key.NetworkId is { } network)
        {
            return db.SupportRequests.Where(request => request.CenterId != null
                ? own.Contains(request.CenterId.Value)
                    || db.NetworkMembers.Any(member => member.NetworkId == network && member.CenterId == request.CenterId)
                    || db.Networks.Any(held => held.Id == network && held.CoordinatorId != null && held.CoordinatorId == request.Center!.OperatorId)
                : request.Territory!.Above.Any(pair => db.NetworkTerritories.Any(link => link.NetworkId == network && link.TerritoryId == pair.AncestorId)));
        }

        var territory = key.TerritoryId;
        return db.SupportRequests.Where(request => request.CenterId != null
            ? own.Contains(request.CenterId.Value) || request.Center!.Territory!.Above.Any(pair => pair.AncestorId == territory)
            : request.Territory!.Above.Any(pair => pair.AncestorId == territory));
    }
}
