using System.Collections.Frozen;
using System.Reflection;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A field of an object or interface type (3.6).</summary>
public sealed class OutputField
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>Its value changes without a change of the data: with the clock, or with operations such as imports.</summary>
    public bool IsVolatile => Volatility != Volatility.None;

    /// <summary>With what it changes beside the data.</summary>
    public Volatility Volatility { get; init; }

    /// <summary>What loading it costs, where its source cannot tell; null if the source tells.</summary>
    public FieldCost? Cost { get; init; }

    /// <summary>Members by which filters and orders know it, from its type on, where its own source is none that a database can compare.</summary>
    internal PropertyInfo[] ComparedBy { get; init; } = [];

    /// <summary>The member of its type that counts before those where it has a value; null if there is none.</summary>
    internal PropertyInfo? ComparedFirstBy { get; init; }

    /// <summary>The argument that names the only object types which references below it can have; null if there is none.</summary>
    public string? NarrowedBy { get; init; }

    /// <summary>Set while references between types are resolved, then never again.</summary>
    public GraphType Type { get; internal set; } = null!;

    public IReadOnlyList<InputField> Arguments { get; internal set; } = [];

    public FrozenDictionary<string, InputField> ArgumentsByName { get; internal set; } = FrozenDictionary<string, InputField>.Empty;

    /// <summary>The type that declares it.</summary>
    public FieldsType DeclaringType { get; internal set; } = null!;

    /// <summary>Where its values come from; null for fields of interfaces.</summary>
    public FieldSource? Source { get; internal set; }

    /// <summary>What it is answered for when it is subscribed to; null for all other fields.</summary>
    public EventSource? Events { get; init; }

    /// <summary>The same field with another source.</summary>
    internal OutputField With(FieldSource? source)
    {
        if (source == Source)
        {
            return this;
        }

        var copy = (OutputField)MemberwiseClone();
        copy.Source = source;
        return copy;
    }
}

/// <summary>An argument, or a field of an input object (3.6.1, 3.10).</summary>
public sealed class InputField
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public GraphType Type { get; internal set; } = null!;

    /// <summary>Default as a constant of the language; null if there is none.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    /// <summary>Non-null without default: it must be given (5.4.2.1).</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <summary>What is asked by it changes without a change of the data.</summary>
    internal bool IsVolatile { get; init; }

    /// <summary>Whatever the part of the engine that made it wants to find again, e.g. the filter operation behind it.</summary>
    public object? Tag { get; init; }
}
