using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

[QueryType]
internal static class Query
{
    /// <summary>A ship; null if there is none.</summary>
    public static Ship? GetShip([ID] string id) => Harbour.Ships.FirstOrDefault(ship => ship.Id == id);

    public static IReadOnlyList<Ship?> GetShips(ShipFilter? filter = null, int limit = 2, IReadOnlyList<ShipBy>? by = null) =>
        [.. Harbour.Ships.Where(ship => filter is null || ship.Tonnage >= filter.MinTonnage).Take((int)Math.Min(int.MaxValue, limit + (long)(by?.Count ?? 0))), null];

    public static Ship? GetFind(ShipBy by) =>
        by.Id.HasValue ? GetShip(by.Id.Value!) : by.Tonnage.HasValue ? Harbour.Ships.FirstOrDefault(ship => ship.Tonnage == by.Tonnage.Value) : null;

    public static IReadOnlyList<IVessel> GetVessels() => [Harbour.Ships[0], Harbour.Barge, Harbour.Ships[1]];

    public static IReadOnlyList<INamed?>? GetNamed() => [Harbour.Sailors[0], null, Harbour.Ships[2]];

    public static IEntity? GetEntity([ID] string? id = null) =>
        (IEntity?)Harbour.Ships.FirstOrDefault(ship => ship.Id == id) ?? Harbour.Sailors.FirstOrDefault(sailor => sailor.Id == id);

    public static IReadOnlyList<IThing> GetThings() => [Harbour.Ships[0], Harbour.Sailors[1], Harbour.Cranes[0]];

    public static IThing? GetThing([ID] string id = "s1") => id == "c1" ? Harbour.Cranes[0] : (IThing?)GetShip(id) ?? Harbour.Sailors.FirstOrDefault(s => s.Id == id);

    public static IReadOnlyList<IMachine> GetMachines() => [Harbour.Cranes[1], Harbour.Barge];

    public static IUnseen? GetUnseen() => null;

    public static Lists GetLists() => new();

    public static IBubble? GetBubble() => new Soap();

    public static IBubble GetBubbleMust() => new Soap();

    public static int? GetFail() => throw new InvalidOperationException("A root field that throws.");

    public static int GetFailMust() => throw new InvalidOperationException("A non-null root field that throws.");
}

/// <summary>Fields that say what their arguments became.</summary>
[QueryType]
internal static class EchoQuery
{
    public static string GetEcho(
        Optional<int?> @int, Optional<double?> @float, Optional<string?> @string, Optional<bool?> boolean, [ID] Optional<string?> id, Optional<DateOnly?> day,
        Optional<Colour?> flag, Optional<Point?> point) =>
        Echo.Of(("int", @int), ("float", @float), ("string", @string), ("boolean", boolean), ("id", id), ("day", day), ("flag", flag), ("point", point));

    public static string GetEchoMust(int @int, double @float, string @string, bool boolean, [ID] string id) =>
        Echo.Of(("int", @int), ("float", @float), ("string", @string), ("boolean", boolean), ("id", id));

    public static string GetEchoDefaults(
        int @int = 7,
        [DefaultValueSyntax("1.5")] double? @float = null,
        string? @string = "a \"quoted\" word",
        [DefaultValueSyntax("null")] Optional<bool?> boolean = default,
        Colour flag = Colour.WhiteBlue,
        Colour? otherFlag = Colour.Green,
        [DefaultValueSyntax("[1, 2]")] IReadOnlyList<int>? ints = null,
        [DefaultValueSyntax("{x: 1, y: 2.5}")] Point? point = null) =>
        Echo.Of(("int", @int), ("float", @float), ("string", @string), ("boolean", boolean), ("flag", flag), ("otherFlag", otherFlag), ("ints", ints), ("point", point));

    public static string GetEchoLists(
        Optional<IReadOnlyList<int?>?> ints,
        Optional<IReadOnlyList<int>?> mustInts,
        Optional<List<string?>?> strings,
        Optional<IReadOnlyList<IReadOnlyList<int?>?>?> nested,
        Optional<IReadOnlyList<IReadOnlyList<int>>?> nestedMust,
        Optional<Colour[]?> flags,
        Optional<IReadOnlyList<Point?>?> points,
        [ID] Optional<IReadOnlyList<string>?> ids) =>
        Echo.Of(
            ("ints", ints), ("mustInts", mustInts), ("strings", strings), ("nested", nested), ("nestedMust", nestedMust), ("flags", flags), ("points", points),
            ("ids", ids));

    public static string GetEchoInput(Optional<ShipFilter?> filter, Optional<ShipBy?> by, Optional<IReadOnlyList<ShipBy>?> several) =>
        Echo.Of(("filter", filter), ("by", by), ("several", several));
}

[MutationType]
internal static class Mutation
{
    public static Counter Add(Counter counter, int n)
    {
        counter.Value += n;
        return counter;
    }

    public static async Task<Counter?> AddLater(Counter counter, int n, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        counter.Value += n;
        return counter;
    }

    public static Counter? Fail() => throw new GraphQLException("A mutation that throws.");

    public static Counter FailMust(Counter counter)
    {
        counter.Value += 100;
        throw new GraphQLException($"A non-null mutation that throws at {counter.Value}.");
    }
}

[SubscriptionType]
internal static class Subscription
{
    [Subscribe(With = nameof(Nothing))]
    public static int? GetTicked() => 1;

    [Subscribe(With = nameof(Nothing))]
    public static IEntity? GetChanged([ID] string? id = null) => Query.GetEntity(id);

    internal static IAsyncEnumerable<int> Nothing() => AsyncEnumerable.Empty<int>();
}
