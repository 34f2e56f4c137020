namespace CenterDirectory.GraphQL.Execution;

/// <summary>The values of one field for all parents of a level, in the order of the parents.</summary>
/// <param name="Values">One value a parent; null where there is none.</param>
/// <param name="Errors">One error a parent where there is one; null if there are none at all.</param>
public sealed record FieldValues(IReadOnlyList<object?> Values, IReadOnlyList<Exception?>? Errors = null)
{
    /// <summary>The same error for every parent.</summary>
    public static FieldValues Failed(Exception error, int count) => new(new object?[count], Enumerable.Repeat<Exception?>(error, count).ToList());
}

/// <summary>What a loader needs to know about the field it loads.</summary>
/// <param name="Plan">The selected field with what is selected below it.</param>
/// <param name="Arguments">Coerced arguments in the order of the field's arguments; <see cref="Absent"/> where none was given and no default exists.</param>
/// <param name="Context">The request.</param>
public sealed record FieldRequest(FieldPlan Plan, object?[] Arguments, RequestContext Context)
{
    /// <summary>Names of the only object types that references here can have, as arguments above say; null if nothing is said.</summary>
    public IReadOnlySet<string>? NodeTypes { get; init; }
}

/// <summary>Stands for an argument that was not given: not the same as null (3.6.1).</summary>
public sealed class Absent
{
    private Absent()
    {
    }

    public static Absent Value { get; } = new();
}
