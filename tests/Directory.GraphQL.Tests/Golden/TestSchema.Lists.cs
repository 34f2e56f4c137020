using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>Lists of every kind, good and bad.</summary>
public sealed class Lists
{
    public IReadOnlyList<int?>? Plain => [1, null, 3];

    public IReadOnlyList<int?> Must => [1, null];

    public IReadOnlyList<int>? OfMust => [1, 2];

    public IReadOnlyList<int> MustOfMust => [];

    public IReadOnlyList<int?>? Nothing => null;

    public IReadOnlyList<IReadOnlyList<int?>?>? Nested => [[1, null], null, []];

    public IReadOnlyList<IReadOnlyList<string>> NestedMust => [["a"], ["b", "c"]];

    public string[]? Array => ["x", "y"];
}

[ObjectType<Lists>]
internal static class ListsType
{
    /// <summary>A list that must be there, and is not.</summary>
    public static IReadOnlyList<int?> GetMissing([Parent] Lists lists) => Broken<IReadOnlyList<int?>>(lists);

    public static IReadOnlyList<string>? GetHoles([Parent] Lists lists) => ["a", Broken<string>(lists), "c"];

    public static IReadOnlyList<string> GetMustHoles([Parent] Lists lists) => ["a", Broken<string>(lists)];

    public static IReadOnlyList<IReadOnlyList<string>?>? GetNestedHoles([Parent] Lists lists) => [["a"], ["b", Broken<string>(lists)], ["c"]];

    public static IReadOnlyList<IReadOnlyList<string>>? GetNestedMustHoles([Parent] Lists lists) => [["a"], ["b", Broken<string>(lists)], ["c"]];

    public static IReadOnlyList<Colour?>? GetFlags([Parent] Lists lists) => lists.Nothing is null ? [Colour.Red, Colour.Unknown, Colour.Green] : null;

    public static IReadOnlyList<Colour>? GetMustFlags([Parent] Lists lists) => lists.Nothing is null ? [Colour.Red, Colour.Unknown, Colour.Green] : null;

    public static IEnumerable<int>? GetSpoilt([Parent] Lists lists)
    {
        yield return 1;
        throw new GraphQLException($"The list ends early: {lists.Nothing}.");
    }

    public static IReadOnlyList<IThing?>? GetThings([Parent] Lists lists) =>
        lists.Nothing is null ? [Harbour.Ships[0], new Stowaway(), null, Harbour.Cranes[0]] : null;

    /// <summary>What C# promises is no proof.</summary>
    private static T Broken<T>(Lists lists) => (T)(object?)lists.Nothing!;
}

/// <summary>A class that is no member of the union.</summary>
public sealed record Stowaway : IThing;

/// <summary>A position that can come out in three ways, at two levels and more: for null propagation.</summary>
public interface IBubble;

public sealed record Soap : IBubble
{
    public int? Size => 1;
}

public sealed record Foam : IBubble
{
    public string? Colour => null;
}

/// <summary>Unknown to the schema.</summary>
public sealed record Vapour : IBubble;

[InterfaceType<IBubble>(Name = "Bubble")]
internal static class BubbleType
{
    public static IBubble? GetObject([Parent] IBubble parent, Outcome result = Outcome.Value) => One(parent, result);

    public static IBubble GetObjectMust([Parent] IBubble parent, Outcome result = Outcome.Value) => One(parent, result)!;

    public static IReadOnlyList<IBubble?>? GetList([Parent] IBubble parent, Outcome result = Outcome.Value) => Many(parent, result);

    public static IReadOnlyList<IBubble?> GetListMust([Parent] IBubble parent, Outcome result = Outcome.Value) => Many(parent, result)!;

    public static IReadOnlyList<IBubble?>? GetItems([Parent] IBubble parent, Outcome result = Outcome.Value) => [new Soap(), Item(parent, result)];

    public static IReadOnlyList<IBubble>? GetItemsMust([Parent] IBubble parent, Outcome result = Outcome.Value) => [new Soap(), Item(parent, result)!];

    public static int? GetLeaf([Parent] IBubble parent, Outcome result = Outcome.Value) => One(parent, result) is null ? null : 7;

    /// <summary>Null is what it should never be.</summary>
    [GraphQLName("leafMust")]
    public static string GetLeafMust([Parent] IBubble parent, Outcome result = Outcome.Value) => One(parent, result) is null ? null! : "seven";

    private static IBubble? One(IBubble parent, Outcome result) => result switch
    {
        Outcome.Value => parent is Soap ? new Foam() : new Soap(),
        Outcome.Null => null,
        _ => throw new GraphQLException("Burst."),
    };

    private static List<IBubble?>? Many(IBubble parent, Outcome result) => One(parent, result) is { } one ? [one, null] : null;

    /// <summary>An item cannot throw by itself in C#; one whose type nobody knows fails at its own place.</summary>
    private static IBubble? Item(IBubble parent, Outcome result) => result == Outcome.Throws ? new Vapour() : One(parent, result);
}

[ObjectType<Soap>]
internal static class SoapType;

[ObjectType<Foam>]
internal static class FoamType;
