using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>An operation compiled once for all its variables: immutable, shared between requests.</summary>
public sealed class OperationPlan
{
    public required OperationType Operation { get; init; }

    /// <summary>Null for an anonymous operation.</summary>
    public string? Name { get; init; }

    public required DocumentNode Document { get; init; }

    public required IReadOnlyList<VariableDefinitionNode> Variables { get; init; }

    public required SelectionPlan Root { get; init; }

    /// <summary>Distinct conditions of <c>@skip</c> and <c>@include</c>; bit n of a mask stands for condition n.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>Number of field plans; their ids are below it.</summary>
    public required int FieldCount { get; init; }

    /// <summary>Whether it only reads.</summary>
    public bool IsQuery => Operation == OperationType.Query;

    /// <summary>Whether its answer changes only with the data: no selected field depends on the clock or on operations.</summary>
    public required bool IsStable { get; init; }

    /// <summary>Deepest nesting of fields.</summary>
    public required int Depth { get; init; }
}

/// <summary>A variable that must have a value for a field to be in the answer.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Expected">True for <c>@include</c>, false for <c>@skip</c>.</param>
public readonly record struct Condition(string Variable, bool Expected);

/// <summary>What is selected on one object type, fragments inlined, equal fields merged (6.3.2).</summary>
public sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public IReadOnlyList<FieldPlan> Fields { get; } = fields;

    /// <summary>Everything below is read from properties: it can be written straight from the object.</summary>
    public bool IsPure { get; } = fields.All(field => field.IsPure);
}

/// <summary>A selected field.</summary>
public sealed class FieldPlan
{
    /// <summary>Number within the plan.</summary>
    public required int Id { get; init; }

    public required OutputField Field { get; init; }

    public required string ResponseName { get; init; }

    /// <summary><c>"responseName":</c> in UTF-8.</summary>
    public required byte[] EncodedName { get; init; }

    /// <summary>Offset of its first occurrence in the document.</summary>
    public required int Start { get; init; }

    /// <summary>Arguments in the order of the field's definition; null where none is given.</summary>
    public required IReadOnlyList<ValueNode?> Arguments { get; init; }

    /// <summary>Masks of conditions; the field is in if all bits of one of them are met. Empty: always in.</summary>
    public required IReadOnlyList<ulong> Alternatives { get; init; }

    /// <summary>What is selected below it, one plan a possible type; empty for a leaf.</summary>
    public required IReadOnlyList<SelectionPlan> Children { get; init; }

    /// <summary>It and everything below is read from properties.</summary>
    public required bool IsPure { get; init; }

    /// <summary>Whether the field is in the answer under the conditions that hold.</summary>
    public bool IsIncluded(ulong held)
    {
        if (Alternatives.Count == 0)
        {
            return true;
        }

        foreach (var mask in Alternatives)
        {
            if ((mask & held) == mask)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The plan for an object; the static type decides unless it is abstract.</summary>
    public SelectionPlan ChildFor(object value)
    {
        if (Children.Count == 1)
        {
            return Children[0];
        }

        var clrType = value.GetType();
        foreach (var child in Children)
        {
            if (child.Type.ClrType == clrType)
            {
                return child;
            }
        }

        return Children.FirstOrDefault(child => child.Type.ClrType.IsAssignableFrom(clrType))
            ?? throw new InvalidOperationException($"{clrType.Name} is none of the possible types of {Field.Type}.");
    }
}
