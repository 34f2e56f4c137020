using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Access;

/// <summary>All rights there are, in one place: a question of role, reach, act and object, and of nothing else.</summary>
internal static class AccessRights
{
    /// <summary>Whether a key may do something to something.</summary>
    public static AccessVerdict Of(AccessScope scope, AccessAct act, AccessTarget target)
    {
        if (scope.Role == AccessRole.Operator)
        {
            return AccessVerdict.Permitted;
        }

        var isOwn = IsOwn(scope, target);
        var isCoordinated = scope.Role == AccessRole.Coordinator && IsCoordinated(scope, target);
        return act switch
        {
            // Nobody scores a center of their own, neither as its editor nor as the coordinator who runs it.
            AccessAct.Review when isOwn => AccessVerdict.OwnCenter,
            AccessAct.Review or AccessAct.AddCenter => If(isCoordinated),
            AccessAct.Edit or AccessAct.Answer => If(isOwn || isCoordinated),
            _ => AccessVerdict.NotPermitted,
        };
    }

    private static bool IsOwn(AccessScope scope, AccessTarget target) =>
        (target.CenterId is { } center && scope.Centers.Contains(center)) || (scope.Role == AccessRole.Coordinator && target.IsRunByCoordinator);

    private static bool IsCoordinated(AccessScope scope, AccessTarget target) =>
        (scope.NetworkId is { } network && target.NetworkIds.Contains(network))
        || (scope.TerritoryId is { } territory && target.TerritoryIds.Contains(territory));

    private static AccessVerdict If(bool isPermitted) => isPermitted ? AccessVerdict.Permitted : AccessVerdict.NotPermitted;
}
