using System.Diagnostics.CodeAnalysis;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Kind of a leaf value as it was written.</summary>
public enum LeafKind
{
    /// <summary>A whole number; a JSON number such as <c>1.0</c> counts as one.</summary>
    Int,
    Float,
    String,
    Boolean,

    /// <summary>A bare name; only in documents.</summary>
    Enum,
}

/// <summary>A leaf value of a document or of the variables, before coercion.</summary>
/// <param name="Kind">How it was written.</param>
/// <param name="Text">Its text: digits of a number, characters of a string, <c>true</c> or <c>false</c>.</param>
public readonly record struct LeafInput(LeafKind Kind, string Text);

/// <summary>A scalar (3.5).</summary>
public abstract class ScalarType(string name, string? description, Type clrType, string? specifiedByUrl) : NamedType(name, description)
{
    /// <summary>C# type of its values.</summary>
    public Type ClrType { get; } = clrType;

    /// <summary>Address of its specification (3.5.5).</summary>
    public string? SpecifiedByUrl { get; } = specifiedByUrl;

    /// <summary>One of the five that every schema knows (3.5).</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Coerces an input (3.5, input coercion).</summary>
    /// <param name="input">The value as written.</param>
    /// <param name="value">The C# value.</param>
    /// <param name="expected">What would have been right, e.g. «a whole number of 32 bits».</param>
    public abstract bool TryParse(LeafInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? expected);

    /// <summary>Writes a value (3.5, result coercion).</summary>
    public abstract void Write(JsonBuffer json, object value);
}
