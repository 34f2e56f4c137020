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

    /// <summary>What the operation says of the language of all its fields; null if it says nothing.</summary>
    internal ValueNode? Language { get; init; }

    /// <summary>Distinct conditions of <c>@skip</c> and <c>@include</c>; bit n of a mask stands for condition n.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>Number of field plans; their ids are below it.</summary>
    public required int FieldCount { get; init; }

    /// <summary>Whether it writes.</summary>
    public bool IsMutation => Operation == OperationType.Mutation;

    /// <summary>Whether it is answered with a stream.</summary>
    public bool IsSubscription => Operation == OperationType.Subscription;

    /// <summary>With what its answer changes beside the data, by the fields that are selected.</summary>
    public required Volatility Volatility { get; init; }

    /// <summary>Deepest nesting of fields.</summary>
    public required int Depth { get; init; }
}

/// <summary>A variable that must have a value for a field to be in the answer.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Expected">True for <c>@include</c>, false for <c>@skip</c>.</param>
public readonly record struct Condition(string Variable, bool Expected);

/// <summary>One place where a field is selected.</summary>
/// <param name="Start">Offset in the document.</param>
/// <param name="Position">Rank among all fields of the selection set.</param>
/// <param name="Mask">Conditions under which it counts.</param>
internal readonly record struct Occurrence(int Start, int Position, ulong Mask);

/// <summary>A condition that must not be null where it is asked.</summary>
/// <param name="Reached">Conditions under which it is asked at all.</param>
/// <param name="Condition">Its bit.</param>
/// <param name="Start">Offset of the variable in the document.</param>
internal readonly record struct Guard(ulong Reached, ulong Condition, int Start);

/// <summary>What is selected on one object type, fragments inlined, equal fields merged (6.3.2).</summary>
public sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public IReadOnlyList<FieldPlan> Fields { get; } = fields;

    /// <summary>Everything below is read from properties: it can be written straight from the object.</summary>
    public bool IsPure { get; } = fields.All(field => field.IsPure);

    /// <summary>Whether the order of the fields is the same under all conditions.</summary>
    internal bool HasFixedOrder { get; init; } = true;

    /// <summary>Conditions on variables that may be null, which makes them an error of the object (6.4.1).</summary>
    internal IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>The fields that are in, as indexes, in the order of the first occurrence that counts (6.3.2).</summary>
    internal IEnumerable<int> OrderOf(ulong held)
    {
        var included = Enumerable.Range(0, Fields.Count).Where(i => Fields[i].IsIncluded(held));
        return HasFixedOrder ? included : included.OrderBy(i => Fields[i].Occurrences.First(found => (found.Mask & held) == found.Mask).Position);
    }
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

    /// <summary>Where it is selected, in the order of the document with fragments expanded.</summary>
    internal IReadOnlyList<Occurrence> Occurrences { get; init; } = [];

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
    /// <exception cref="InvalidOperationException">The object is of no type that the field may have.</exception>
    public SelectionPlan ChildFor(object value) =>
        FindChild(value) ?? throw new InvalidOperationException($"{value.GetType().Name} is none of the possible types of {Field.Type}.");

    /// <summary>The plan for an object; null if it is of no type that the field may have.</summary>
    internal SelectionPlan? FindChild(object value)
    {
        if (Children.Count == 1 && Field.Type.Named is ObjectType)
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

        return Children.FirstOrDefault(child => child.Type.ClrType.IsAssignableFrom(clrType));
    }
}
