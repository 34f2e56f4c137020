using CenterDirectory.Api.Access;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>Every role, every act, every kind of object: the whole table of rights.</summary>
public sealed class AccessRightsTests
{
    private const long OwnCenter = 1;
    private const long OtherCenter = 2;
    private const long Network = 10;
    private const long Territory = 20;

    private static readonly Dictionary<string, AccessScope> Scopes = new()
    {
        ["operator"] = new(AccessRole.Operator, new HashSet<long>()),
        ["network coordinator"] = new(AccessRole.Coordinator, new HashSet<long> { OwnCenter }, NetworkId: Network),
        ["territory coordinator"] = new(AccessRole.Coordinator, new HashSet<long> { OwnCenter }, TerritoryId: Territory),
        ["editor"] = new(AccessRole.Editor, new HashSet<long> { OwnCenter }),
        // What the columns of a key say beside its role must not widen it.
        ["editor with more"] = new(AccessRole.Editor, new HashSet<long> { OwnCenter }, Network, Territory),
        ["coordinator of nothing"] = new(AccessRole.Coordinator, new HashSet<long>()),
    };

    private static readonly Dictionary<string, AccessTarget> Targets = new()
    {
        ["the directory"] = AccessTarget.Directory,
        ["own center"] = Center(OwnCenter),
        ["own center in reach"] = Center(OwnCenter, Network, Territory),
        ["foreign center in reach"] = Center(OtherCenter, Network, Territory),
        ["foreign center beyond"] = Center(OtherCenter, Network + 1, Territory + 1),
        ["center that the network's coordinator runs"] = Center(OtherCenter, Network, Territory) with { IsRunByCoordinator = true },
        ["center to come in reach"] = Center(null, Network, Territory),
        ["center to come beyond"] = Center(null, Network + 1, Territory + 1),
    };

    [Fact]
    public void The_table_of_rights_is_what_it_was() => string.Concat(
        from scope in Scopes
        from act in Enum.GetValues<AccessAct>()
        from target in Targets
        select $"{scope.Key} | {act} | {target.Key} | {AccessRights.Of(scope.Value, act, target.Value)}\n").MatchSnapshot();

    [Fact]
    public void An_operator_may_everything() => Assert.All(
        from act in Enum.GetValues<AccessAct>() from target in Targets.Values select AccessRights.Of(Scopes["operator"], act, target),
        verdict => Assert.Equal(AccessVerdict.Permitted, verdict));

    [Fact]
    public void Nobody_but_an_operator_manages_keys() => Assert.All(
        from scope in Scopes.Values where scope.Role != AccessRole.Operator from target in Targets.Values select AccessRights.Of(scope, AccessAct.ManageKeys, target),
        verdict => Assert.Equal(AccessVerdict.NotPermitted, verdict));

    [Fact]
    public void Nobody_scores_a_center_of_their_own()
    {
        Assert.Equal(AccessVerdict.OwnCenter, AccessRights.Of(Scopes["editor"], AccessAct.Review, Targets["own center"]));
        Assert.Equal(AccessVerdict.OwnCenter, AccessRights.Of(Scopes["territory coordinator"], AccessAct.Review, Targets["own center in reach"]));
        Assert.Equal(AccessVerdict.OwnCenter, AccessRights.Of(Scopes["network coordinator"], AccessAct.Review, Targets["center that the network's coordinator runs"]));
        Assert.Equal(AccessVerdict.Permitted, AccessRights.Of(Scopes["network coordinator"], AccessAct.Review, Targets["foreign center in reach"]));
    }

    [Fact]
    public void What_lies_beyond_a_key_stays_as_it_is() => Assert.All(
        from scope in Scopes.Values where scope.Role != AccessRole.Operator
        from act in Enum.GetValues<AccessAct>()
        from target in new[] { Targets["foreign center beyond"], Targets["center to come beyond"] }
        select AccessRights.Of(scope, act, target),
        verdict => Assert.Equal(AccessVerdict.NotPermitted, verdict));

    private static AccessTarget Center(long? id, long? network = null, long? territory = null) =>
        new(id, false, Set(network), Set(territory));

    private static HashSet<long> Set(long? id) => id is { } known ? [known] : [];
}
