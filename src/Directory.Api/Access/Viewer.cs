using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.Api.Access;

/// <summary>Who asks: the key of this request, and what it may do. One for each request.</summary>
internal sealed class Viewer(DirectoryDb db)
{
    private AccessScope? scope;

    /// <summary>The key that came with the request; null without one.</summary>
    public AccessKey? Key { get; private set; }

    /// <summary>From now on the request is that of a key.</summary>
    public void Admit(AccessKey key) => (Key, scope) = (key, null);

    /// <summary>The key of a request that needs one.</summary>
    /// <exception cref="GraphQLException">There is none.</exception>
    public AccessKey Require() => Key ?? throw new GraphQLException(
        "This needs a key: send the header Authorization: Bearer, followed by a key that the operator of the directory gave you.", UnauthenticatedCode);

    /// <summary>Code of the error of a request that needs a key and has none, or a wrong one.</summary>
    public const string UnauthenticatedCode = "UNAUTHENTICATED";

    /// <summary>Whether the key may change what belongs to a center. A center that is not there belongs to nobody but operators.</summary>
    public Task<AccessVerdict> MayEditAsync(long centerId, CancellationToken cancellationToken) => MayAsync(AccessAct.Edit, centerId, cancellationToken);

    /// <summary>Whether the key may do something to a center or what belongs to it.</summary>
    public async Task<AccessVerdict> MayAsync(AccessAct act, long centerId, CancellationToken cancellationToken) =>
        AccessRights.Of(await ScopeAsync(cancellationToken), act, await AccessTargets.OfCenterAsync(db, Require().NetworkId, centerId, cancellationToken));

    /// <summary>Whether the key may judge a service of a center by a standard.</summary>
    /// <param name="centerId">The center.</param>
    /// <param name="networkId">The network whose standard it is.</param>
    /// <param name="territoryId">The territory whose standard it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AccessVerdict> MayReviewAsync(long centerId, long? networkId, long? territoryId, CancellationToken cancellationToken)
    {
        var center = await AccessTargets.OfCenterAsync(db, Require().NetworkId, centerId, cancellationToken);
        return AccessRights.Of(await ScopeAsync(cancellationToken), AccessAct.Review, await AccessTargets.ByStandardAsync(db, center, networkId, territoryId, cancellationToken));
    }

    /// <summary>Whether the key may add a center.</summary>
    /// <param name="territoryId">Where it will be; null if nobody says, which only operators may leave open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AccessVerdict> MayAddCenterAsync(long? territoryId, CancellationToken cancellationToken) =>
        AccessRights.Of(await ScopeAsync(cancellationToken), AccessAct.AddCenter, await AccessTargets.OfPlaceAsync(db, territoryId, cancellationToken));

    /// <summary>Whether the key may answer requests that no center has.</summary>
    /// <param name="territoryId">Where support is needed; null if the place is not in the directory any more, which leaves them to operators.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AccessVerdict> MayAnswerAtAsync(long? territoryId, CancellationToken cancellationToken) =>
        AccessRights.Of(await ScopeAsync(cancellationToken), AccessAct.Answer, await AccessTargets.OfPlaceAsync(db, territoryId, cancellationToken));

    /// <summary>Whether the key may do something to the directory as a whole.</summary>
    public AccessVerdict May(AccessAct act) => AccessRights.Of(Bare(Require()), act, AccessTarget.Directory);

    /// <summary>How far the key reaches.</summary>
    public async Task<AccessScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var key = Require();
        return scope ??= key.Role == AccessRole.Operator
            ? Bare(key)
            : Bare(key) with { Centers = await AccessTargets.CentersOfAsync(db, key.Id, cancellationToken) };
    }

    private static AccessScope Bare(AccessKey key) => new(key.Role, new HashSet<long>(), key.NetworkId, key.TerritoryId);
}
