using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>Languages of names.</summary>
public enum Locale
{
    /// <summary>Russian.</summary>
    Ru,

    /// <summary>English.</summary>
    En,

    [GraphQLDeprecated("Nobody reads it.")]
    Latin,
}

public enum Colour
{
    Red,
    Green,
    WhiteBlue,

    /// <summary>Not in the schema: a value that cannot be written.</summary>
    [GraphQLIgnore]
    Unknown,
}

/// <summary>How a value comes out.</summary>
public enum Outcome
{
    Value,
    Null,
    Throws,
}

public interface IEntity
{
    [ID]
    string Id { get; }
}

public interface INamed;

public interface IVessel : IEntity, INamed
{
    /// <summary>Tons.</summary>
    int Tonnage { get; }
}

public interface IUnseen;

[UnionType(typeof(Ship), typeof(Sailor), typeof(Crane), Name = "Thing")]
public interface IThing;

/// <summary>What has an engine.</summary>
[UnionType(typeof(Crane), typeof(Barge), Name = "Machine")]
public interface IMachine;

/// <summary>What can be found again.</summary>
[InterfaceType<IEntity>(Name = "Entity")]
internal static class EntityType;

[InterfaceType<INamed>(Name = "Named")]
internal static class NamedType
{
    /// <summary>Its name.</summary>
    /// <param name="parent">The named thing.</param>
    /// <param name="locale">Language of the name.</param>
    public static string? GetName([Parent] INamed parent, Locale locale = Locale.Ru) => Harbour.NameOf(parent, locale);
}

[InterfaceType<IVessel>(Name = "Vessel")]
internal static class VesselType;

/// <summary>An interface that nothing implements.</summary>
[InterfaceType<IUnseen>(Name = "Unseen")]
internal static class UnseenType
{
    public static string? GetGhost([Parent] IUnseen parent) => parent.ToString();
}

/// <summary>A ship under sail.</summary>
public sealed record Ship(
    [property: ID] string Id,
    [property: GraphQLIgnore] string Russian,
    [property: GraphQLIgnore] string English,
    int Tonnage,
    double? Length,
    DateOnly? Launched,
    Colour? Flag,
    bool Active) : IVessel, IThing
{
    [GraphQLDeprecated("No longer supported")]
    public int? Guns => null;

    public string? Nickname => null;

    /// <summary>Says no.</summary>
    public string? Secret => throw new InvalidOperationException("A property that throws.");
}

[ObjectType<Ship>]
internal static class ShipType
{
    public static Port? GetHome([Parent] Ship ship) => Harbour.HomeOf(ship);

    public static Sailor? GetCaptain([Parent] Ship ship) => Harbour.CaptainOf(ship);

    [BatchResolver]
    public static Task<IReadOnlyDictionary<Ship, IReadOnlyList<Sailor>>> GetCrew(IReadOnlyList<Ship> ships) =>
        Task.FromResult<IReadOnlyDictionary<Ship, IReadOnlyList<Sailor>>>(
            ships.Where(ship => ship.Id != "s3").ToDictionary(ship => ship, Harbour.CrewOf));

    [BatchResolver]
    public static Task<IReadOnlyDictionary<Ship, string>> GetWeather(IReadOnlyList<Ship> ships, string place = "sea") =>
        throw new GraphQLException($"No forecast for {ships.Count} ships at {place}.");

    public static async Task<IReadOnlyList<Ship>> GetSisters([Parent] Ship ship, CancellationToken cancellationToken, int first = 2)
    {
        await Task.Delay(0, cancellationToken);
        return [.. Harbour.Ships.Where(other => other != ship).Take(first)];
    }

    public static string GetPassword([Parent] Ship ship) =>
        ship.Id == "s1" ? "ahoy" : throw new GraphQLException("A resolver of a non-null field that throws.");

    [GraphQLDeprecated("Ask for `captain`.")]
    public static string? GetMaster([Parent] Ship ship, [GraphQLDeprecated("No longer supported")] bool? full = null) =>
        Harbour.CaptainOf(ship)?.Id + (full == true ? " (master)" : "");
}

public sealed record Barge([property: ID] string Id, int Tonnage, string Owner) : IVessel, IMachine;

[ObjectType<Barge>]
internal static class BargeType;

public sealed record Sailor([property: ID] string Id, [property: GraphQLIgnore] string Russian, [property: GraphQLIgnore] string English, int? Age)
    : IEntity, INamed, IThing
{
    public IReadOnlyList<string> Tags => ["able", Id];
}

[ObjectType<Sailor>]
internal static class SailorType
{
    public static Ship? GetShip([Parent] Sailor sailor) => Harbour.Ships.FirstOrDefault(ship => Harbour.CrewOf(ship).Contains(sailor));

    public static IEnumerable<Sailor?> GetMates([Parent] Sailor sailor) => Harbour.MatesOf(sailor);
}

/// <summary>Not named as ships are: its fields have other types.</summary>
public sealed record Crane(int Serial, string? Name, string Tonnage) : IThing, IMachine;

[ObjectType<Crane>]
internal static class CraneType
{
    public static Sailor? GetOperator([Parent] Crane crane) => crane.Serial == 1 ? Harbour.Sailors[0] : null;
}

public sealed record Port(string Name, [property: GraphQLIgnore] IReadOnlyList<Ship?> Docked);

[ObjectType<Port>]
internal static class PortType
{
    public static IReadOnlyList<Ship?> GetShips([Parent] Port port) => port.Docked;
}

public sealed record Counter
{
    public int Value { get; set; }

    public int? Limit { get; init; }
}
