using System.Reflection;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A field while the schema is built; attributes may change everything but its name.</summary>
public sealed class FieldBuilder
{
    /// <summary>The builder of the schema: creates and finds types.</summary>
    public required SchemaBuilder Schema { get; init; }

    public required string Name { get; init; }

    /// <summary>The C# member behind it.</summary>
    public required MemberInfo Member { get; init; }

    /// <summary>C# type of its value: without Task, expression or nullable wrapper.</summary>
    public required Type ValueType { get; init; }

    /// <summary>Class of the objects it is a field of; null on root types.</summary>
    public Type? ParentType { get; init; }

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public required GraphType Type { get; set; }

    public FieldSource? Source { get; set; }

    /// <summary>What it is answered for when it is subscribed to; null if it cannot be.</summary>
    public EventSource? Events { get; set; }

    /// <summary>What loading it costs, where its source cannot tell; null if the source tells.</summary>
    public FieldCost? Cost { get; set; }

    /// <summary>The argument that names the only object types which references below it can have; null if there is none.</summary>
    public string? NarrowedBy { get; set; }

    /// <summary>Members by which filters and orders know it; none if its source tells.</summary>
    internal PropertyInfo[] ComparedBy { get; set; } = [];

    /// <summary>The member of its type that counts before those where it has a value; null if there is none.</summary>
    internal PropertyInfo? ComparedFirstBy { get; set; }

    /// <summary>Its arguments in the order of the schema.</summary>
    public List<InputField> Arguments { get; } = [];

    /// <summary>Whatever attributes tell each other, by the type of what they tell.</summary>
    public Dictionary<Type, object> Features { get; } = [];

    /// <summary>Adds an argument, unless the member takes it itself.</summary>
    public void AddArgument(string name, string? description, GraphType type, ValueNode? defaultValue = null)
    {
        if (!Arguments.Exists(argument => argument.Name == name))
        {
            Arguments.Add(new InputField { Name = name, Description = description, Type = type, DefaultValue = defaultValue });
        }
    }

    /// <summary>Reports a mistake of the schema's author; all of them are thrown together at the end.</summary>
    public void Problem(string message) => Schema.Problem($"{Member.DeclaringType?.Name}.{Member.Name}: {message}");
}

/// <summary>What is wrong with the classes of a schema, all of it at once.</summary>
public sealed class SchemaException(IReadOnlyList<string> problems)
    : Exception("The schema cannot be built:" + string.Concat(problems.Select(problem => $"{Environment.NewLine}- {problem}")))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
