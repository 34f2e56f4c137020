using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Turns values of a document into C# values (6.4.1); the document has been validated, so only variables can still surprise.</summary>
internal static class LiteralCoercion
{
    /// <summary>The value, or <see cref="Absent"/> for a variable that was not given.</summary>
    /// <exception cref="GraphQLException">The value does not fit the type.</exception>
    public static object? Coerce(ValueNode node, GraphType type, IReadOnlyDictionary<string, object?> variables)
    {
        if (node is VariableNode variable)
        {
            return OfVariable(variable, type, variables);
        }

        if (type is NonNullType nonNull)
        {
            return node is NullValueNode ? throw Misfit("null", type, node) : Coerce(node, nonNull.OfType, variables);
        }

        return (type, node) switch
        {
            (_, NullValueNode) => null,
            (ListType list, ListValueNode items) => items.Items.Select(item => Item(item, list.ItemType, variables)).ToArray(),
            (ListType list, _) => new[] { Coerce(node, list.ItemType, variables) },
            (InputObjectType input, ObjectValueNode fields) => Object(fields, input, variables),
            (EnumType enumType, EnumValueNode value) when enumType.ByName.TryGetValue(value.Value, out var found) => found.ClrValue,
            (ScalarType scalar, _) when LeafOf(node) is { } leaf => scalar.TryParse(leaf, out var value, out var expected)
                ? value
                : throw Misfit(AstPrinter.Print(node), type, node, expected),
            _ => throw Misfit(AstPrinter.Print(node), type, node),
        };
    }

    /// <summary>The leaf a node writes; null for lists, objects, null and variables.</summary>
    public static LeafInput? LeafOf(ValueNode node) => node switch
    {
        IntValueNode number => new LeafInput(LeafKind.Int, number.Value),
        FloatValueNode number => new LeafInput(LeafKind.Float, number.Value),
        StringValueNode text => new LeafInput(LeafKind.String, text.Value),
        BooleanValueNode flag => new LeafInput(LeafKind.Boolean, flag.Value ? "true" : "false"),
        EnumValueNode name => new LeafInput(LeafKind.Enum, name.Value),
        _ => null,
    };

    /// <summary>The C# object of coerced fields, or the fields themselves.</summary>
    public static object Finish(InputObjectType type, List<KeyValuePair<InputField, object?>> fields)
    {
        var input = new InputObject(type, fields);
        return type.Create is null ? input : type.Create(input);
    }

    private static object? OfVariable(VariableNode variable, GraphType type, IReadOnlyDictionary<string, object?> variables)
    {
        if (!variables.TryGetValue(variable.Name.Value, out var value))
        {
            return type is NonNullType ? throw Problem($"Variable ${variable.Name.Value} has no value, and {type} needs one.", variable) : Absent.Value;
        }

        return value is null && type is NonNullType
            ? throw Problem($"Variable ${variable.Name.Value} is null, and {type} must not be null.", variable)
            : value;
    }

    private static object? Item(ValueNode node, GraphType type, IReadOnlyDictionary<string, object?> variables)
    {
        var value = Coerce(node, type, variables);
        return value is Absent ? null : value;
    }

    private static object Object(ObjectValueNode node, InputObjectType type, IReadOnlyDictionary<string, object?> variables)
    {
        var given = node.Fields.ToDictionary(field => field.Name.Value, field => field.Value, StringComparer.Ordinal);
        var fields = new List<KeyValuePair<InputField, object?>>(type.IsOneOf ? 1 : given.Count);
        foreach (var field in type.Fields)
        {
            var value = given.TryGetValue(field.Name, out var literal) ? CoerceField(literal, field, variables) : Absent.Value;
            if (value is Absent && field.DefaultValue is not null)
            {
                value = Coerce(field.DefaultValue, field.Type, variables);
            }

            if (value is not Absent)
            {
                fields.Add(new(field, value));
            }
            else if (field.IsRequired)
            {
                throw Problem($"{type.Name} needs the field {field.Name} of type {field.Type}.", node);
            }
        }

        return type.IsOneOf && (fields.Count != 1 || fields[0].Value is null)
            ? throw Problem($"{type.Name} takes exactly one field, and not null.", node)
            : Finish(type, fields);
    }

    private static object? CoerceField(ValueNode literal, InputField field, IReadOnlyDictionary<string, object?> variables) =>
        literal is VariableNode variable && !variables.ContainsKey(variable.Name.Value) && !field.IsRequired
            ? Absent.Value
            : Coerce(literal, field.Type, variables);

    private static GraphQLException Misfit(string found, GraphType type, ValueNode node, string? expected = null) =>
        Problem($"{found} does not fit {type}{(expected is null ? "" : $"; it must be {expected}")}.", node);

    private static GraphQLException Problem(string message, ValueNode node) => new(message) { Offset = node.Start };
}

/// <summary>Coerces the arguments of a field (6.4.1 CoerceArgumentValues).</summary>
internal static class ArgumentCoercion
{
    /// <summary>Values in the order of the field's arguments, or a <see cref="GraphQLException"/>.</summary>
    public static object Coerce(FieldPlan plan, IReadOnlyDictionary<string, object?> variables)
    {
        var arguments = plan.Field.Arguments;
        var values = new object?[arguments.Count];
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Value(arguments[i], plan.Arguments[i], variables);
            }

            return values;
        }
        catch (GraphQLException error)
        {
            return error;
        }
    }

    private static object? Value(InputField argument, ValueNode? literal, IReadOnlyDictionary<string, object?> variables)
    {
        var absent = literal is null || (literal is VariableNode variable && !variables.ContainsKey(variable.Name.Value));
        if (!absent)
        {
            return LiteralCoercion.Coerce(literal!, argument.Type, variables);
        }

        if (argument.DefaultValue is not null)
        {
            return LiteralCoercion.Coerce(argument.DefaultValue, argument.Type, variables);
        }

        return argument.Type is NonNullType
            ? throw new GraphQLException($"Argument {argument.Name} of type {argument.Type} needs a value.")
            : Absent.Value;
    }
}
