using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>A place on the map.</summary>
/// <param name="X">To the east.</param>
/// <param name="Y">To the north.</param>
/// <param name="Z">Height.</param>
/// <param name="Label">What is there.</param>
[InputType(Name = "Point")]
public sealed record Point(double X, double Y, double Z = 0.5, Optional<string?> Label = default);

[InputType]
public sealed record ShipFilter(
    Optional<string?> Name,
    bool Active,
    [property: GraphQLDeprecated("Use `by`.")] Optional<int?> Guns,
    int? MinTonnage = 0,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<Colour?> Flag = default,
    Optional<DateOnly?> Launched = default,
    Optional<IReadOnlyList<ShipFilter>?> And = default,
    Optional<ShipBy?> By = default);

/// <summary>One ship in one of several ways.</summary>
[InputType(Name = "ShipBy", OneOf = true)]
public sealed record ShipBy(
    [property: ID] Optional<string?> Id, Optional<string?> Name, Optional<Point?> Near, Optional<int?> Tonnage, Optional<IReadOnlyList<Colour>?> Flags);
