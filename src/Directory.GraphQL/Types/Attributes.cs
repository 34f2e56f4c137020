namespace CenterDirectory.GraphQL.Types;

/// <summary>A static class whose members are fields of the query root; several such classes add up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>A static class whose methods are fields of the mutation root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>A static class whose methods are fields of the subscription root; each is resolved once an event.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>What can be said about the type that a static class extends; a class may extend several.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class TypeExtensionAttribute(Type clrType) : Attribute
{
    /// <summary>The extended class.</summary>
    public Type ClrType { get; } = clrType;

    /// <summary>Name in the schema; default: the name of the class.</summary>
    public string? Name { get; set; }

    /// <summary>Plural, for the names of its connection and edge; default: the English plural of the name.</summary>
    public string? Plural { get; set; }

    /// <summary>Public properties of the class that are no fields.</summary>
    public string[] Ignore { get; set; } = [];

    /// <summary>Whether public properties are fields without more ado; default true.</summary>
    public bool BindProperties { get; set; } = true;
}

/// <summary>A static class whose members are further fields of the object type of <typeparamref name="T"/>.</summary>
public sealed class ObjectTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary>A static class that makes a base class or C# interface an interface of the schema; object types whose classes derive from it implement it.</summary>
public sealed class InterfaceTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary>
/// A static class whose members are further fields of all object types whose classes derive from <typeparamref name="T"/>, and stand after their own.
/// The base class itself is no type of the schema.
/// </summary>
public sealed class BaseTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary>A base class or C# interface that makes a union of the object types of the named classes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(params Type[] members) : Attribute
{
    public Type[] Members { get; } = members;

    public string? Name { get; set; }

    /// <summary>The members need not derive from it: fields of the union give <see cref="NodeReference{T}"/>.</summary>
    public bool ByReference { get; set; }
}

/// <summary>A static class that says something to a part of the engine which looks for it, e.g. what a connection has besides its items.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class SchemaPartAttribute : Attribute;

/// <summary>The type implements <c>Node</c>: its <c>Id</c> property becomes the global id <c>id: ID!</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>A class or record whose properties are the fields of an input object.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InputTypeAttribute : Attribute
{
    public string? Name { get; set; }

    /// <summary>Exactly one field must be given (3.10.1).</summary>
    public bool OneOf { get; set; }
}

/// <summary>The parameter is the parent object.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute
{
    /// <summary>Properties of the parent that the resolver reads, <c>Owner.Name</c> of what it refers to; all others may be unset.</summary>
    public string[] Requires { get; set; } = [];
}

/// <summary>
/// The parameter is the language of the operation, one of those that <see cref="Translations"/> names: what its directive says, else the fallback.
/// It is no argument of the field.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OperationLanguageAttribute : Attribute;

/// <summary>The method takes all parents of a level and answers with a dictionary from parent to value; a missing parent is null.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute
{
    /// <summary>Properties of the parents that it reads.</summary>
    public string[] Requires { get; set; } = [];
}

/// <summary>The value is a global id (<c>ID</c>).</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute : Attribute;

/// <summary>Name in the schema, where the conventions do not give the wanted one.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>No part of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Default of an argument or input field as the language writes it, for what C# cannot say as a default: lists, objects, dates.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueSyntaxAttribute(string syntax) : Attribute
{
    public string Syntax { get; } = syntax;
}

/// <summary>Deprecated in the schema; <c>[Obsolete]</c> means the same.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>A scalar by its name, where the C# type alone does not say which one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLScalarAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// The value changes without a change of the data, with the clock or with operations: answers that hold it are not cached by revision.
/// Said of a type extension, it holds for every field of the type.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Class)]
public sealed class VolatileAttribute : Attribute
{
    /// <summary>
    /// It changes with the clock alone, and only at instants that the application tells (<see cref="Http.IRevisionSource.NextTurnAsync"/>): until
    /// the next of them answers may be kept.
    /// </summary>
    public bool ByClock { get; set; }
}

/// <summary>With what a value changes beside the data.</summary>
public enum Volatility
{
    /// <summary>With nothing else.</summary>
    None,

    /// <summary>With the clock, at instants that are known before.</summary>
    Clock,

    /// <summary>At any time.</summary>
    Any,
}

/// <summary>
/// An argument of the field, a list of enum values named as object types, says which types references below it can have: what they cost is
/// counted for these alone.
/// </summary>
public sealed class NarrowsNodesAttribute(string argument) : FieldAttribute
{
    public override void Configure(FieldBuilder field) => field.NarrowedBy = argument;
}

/// <summary>The field is never null, where the C# type or another attribute says that it may be.</summary>
public sealed class GraphQLNonNullTypeAttribute : FieldAttribute
{
    public override int Order => int.MaxValue;

    public override void Configure(FieldBuilder field) => field.Type = new NonNullType(field.Type.Nullable);
}

/// <summary>Changes a field while the schema is built, e.g. adds arguments and replaces its source.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public abstract class FieldAttribute : Attribute
{
    /// <summary>Where several attributes stand on one field, those with smaller numbers go first.</summary>
    public virtual int Order => 0;

    /// <summary>Changes the field.</summary>
    public abstract void Configure(FieldBuilder field);
}
