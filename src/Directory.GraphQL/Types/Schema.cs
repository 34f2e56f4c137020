using System.Collections.Frozen;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A finished schema (3.3); immutable, safe to share between threads.</summary>
public sealed class Schema
{
    public string? Description { get; init; }

    public required ObjectType QueryType { get; init; }

    public ObjectType? MutationType { get; init; }

    public ObjectType? SubscriptionType { get; init; }

    /// <summary>All types in the order in which SDL prints them, built-in scalars and introspection types included.</summary>
    public required IReadOnlyList<NamedType> Types { get; init; }

    public required FrozenDictionary<string, NamedType> TypesByName { get; init; }

    public required IReadOnlyList<DirectiveDefinition> Directives { get; init; }

    public required FrozenDictionary<string, DirectiveDefinition> DirectivesByName { get; init; }

    /// <summary>How properties are translated; null if they are not.</summary>
    public Translations? Translations { get; init; }

    /// <summary><c>__schema</c> and <c>__type</c>, selectable on the query root only (4.2).</summary>
    public required FrozenDictionary<string, OutputField> MetaFields { get; init; }

    /// <summary><c>__typename</c>, selectable on every composite type (4.1).</summary>
    public required OutputField TypeNameField { get; init; }

    /// <summary>The root type of an operation; null if the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>A field of a composite type, meta-fields included; null if there is none.</summary>
    public OutputField? FindField(NamedType type, string name)
    {
        if (name == "__typename" && type.IsComposite)
        {
            return TypeNameField;
        }

        if (type == QueryType && MetaFields.TryGetValue(name, out var meta))
        {
            return meta;
        }

        return type is FieldsType fields ? fields.FieldsByName.GetValueOrDefault(name) : null;
    }

    /// <summary>The object types that a value of a composite type can have (5.5.2.3).</summary>
    public static IReadOnlyList<ObjectType> PossibleTypes(NamedType type) => type switch
    {
        ObjectType single => [single],
        InterfaceType contract => contract.PossibleTypes,
        UnionType union => union.PossibleTypes,
        _ => [],
    };

    /// <summary>The type that a type reference of a document names; null if there is none.</summary>
    public GraphType? TypeOf(TypeNode node) => node switch
    {
        NamedTypeNode named => TypesByName.GetValueOrDefault(named.Name),
        ListTypeNode list => TypeOf(list.ItemType) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeOf(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };
}

/// <summary>A directive (3.13).</summary>
public sealed record DirectiveDefinition(
    string Name, string? Description, IReadOnlyList<DirectiveLocation> Locations, IReadOnlyList<InputField> Arguments, bool IsRepeatable);

/// <summary>Where a directive may stand (3.13).</summary>
[GraphQLName("__DirectiveLocation")]
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}
