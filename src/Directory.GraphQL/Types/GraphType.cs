using System.Collections.Frozen;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A type of the schema or a wrapper around one (3.4).</summary>
public abstract class GraphType
{
    /// <summary>The type without list and non-null wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether values of it may be given as arguments or variables (3.4.2).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether fields may return it (3.4.2).</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>The type without a non-null wrapper.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>The type as SDL writes it.</summary>
    public abstract override string ToString();
}

/// <summary>A list (3.11).</summary>
public sealed class ListType(GraphType itemType) : GraphType
{
    public GraphType ItemType { get; } = itemType;

    public override NamedType Named => ItemType.Named;

    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type without null (3.12).</summary>
public sealed class NonNullType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name.</summary>
public abstract class NamedType(string name, string? description) : GraphType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public override NamedType Named => this;

    public override string ToString() => Name;

    /// <summary>Object, interface or union: a field of it needs a selection set.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;

    /// <summary>Scalar or enum.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Interface or union.</summary>
    public bool IsAbstract => this is InterfaceType or UnionType;
}

/// <summary>Object or interface: a type that has fields.</summary>
public abstract class FieldsType(string name, string? description) : NamedType(name, description)
{
    /// <summary>Its fields in the order of the schema, without <c>__typename</c>; set once while the schema is built.</summary>
    public IReadOnlyList<OutputField> Fields { get; internal set; } = [];

    /// <summary>Its fields by name.</summary>
    public FrozenDictionary<string, OutputField> FieldsByName { get; internal set; } = FrozenDictionary<string, OutputField>.Empty;

    /// <summary>Interfaces it implements, transitive ones included.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

/// <summary>An object type (3.6).</summary>
public sealed class ObjectType(string name, string? description, Type clrType) : FieldsType(name, description)
{
    /// <summary>Class of its values at run time; a static class for a root type.</summary>
    public Type ClrType { get; } = clrType;
}

/// <summary>An interface (3.7).</summary>
public sealed class InterfaceType(string name, string? description, Type? clrType) : FieldsType(name, description)
{
    /// <summary>Base class or C# interface it stands for; null if it is known to the schema only.</summary>
    public Type? ClrType { get; } = clrType;

    /// <summary>Object types that implement it.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];
}

/// <summary>A union (3.8).</summary>
public sealed class UnionType(string name, string? description, Type? clrType) : NamedType(name, description)
{
    /// <summary>Base class or C# interface of its members; null if it is known to the schema only.</summary>
    public Type? ClrType { get; } = clrType;

    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];
}

/// <summary>An enum (3.9).</summary>
public sealed class EnumType(string name, string? description, Type clrType, IReadOnlyList<EnumValue> values) : NamedType(name, description)
{
    public Type ClrType { get; } = clrType;

    public IReadOnlyList<EnumValue> Values { get; } = values;

    /// <summary>Its values by their GraphQL names.</summary>
    public FrozenDictionary<string, EnumValue> ByName { get; } = values.ToFrozenDictionary(value => value.Name, StringComparer.Ordinal);

    /// <summary>Its values by their C# values.</summary>
    public FrozenDictionary<object, EnumValue> ByClrValue { get; } = values.ToFrozenDictionary(value => value.ClrValue);
}

/// <summary>A value of an enum.</summary>
public sealed record EnumValue(string Name, string? Description, string? DeprecationReason, object ClrValue);

/// <summary>An input object (3.10).</summary>
public sealed class InputObjectType(string name, string? description, bool isOneOf) : NamedType(name, description)
{
    /// <summary>Exactly one field must be given, and it must not be null (3.10.1).</summary>
    public bool IsOneOf { get; } = isOneOf;

    public IReadOnlyList<InputField> Fields { get; internal set; } = [];

    public FrozenDictionary<string, InputField> FieldsByName { get; internal set; } = FrozenDictionary<string, InputField>.Empty;

    /// <summary>Turns the coerced fields into a C# object; null if resolvers take the <see cref="Execution.InputObject"/> itself.</summary>
    public Func<Execution.InputObject, object>? Create { get; internal set; }
}
