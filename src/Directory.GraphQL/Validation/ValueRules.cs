using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about literal values (5.6); variables within them are the matter of <see cref="VariableRules"/>.</summary>
internal static class ValueRules
{
    /// <summary>5.6.1, 5.6.2, 5.6.4 and 5.6.5: the whole of a value against the type of its place.</summary>
    public static void ValuesOfCorrectType(ValidationContext context, ValueNode value, GraphType type)
    {
        switch (value, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                Report(context, $"A value of type \"{type}\" cannot be null.", value);
                break;
            case (_, NonNullType nonNull):
                ValuesOfCorrectType(context, value, nonNull.OfType);
                break;
            case (NullValueNode, _):
                break;
            case (ListValueNode list, ListType listType):
                foreach (var item in list.Items)
                {
                    ValuesOfCorrectType(context, item, listType.ItemType);
                }

                break;
            case (_, ListType listType):
                ValuesOfCorrectType(context, value, listType.ItemType);
                break;
            case (ObjectValueNode obj, InputObjectType objectType):
                CheckObject(context, obj, objectType);
                break;
            case (_, InputObjectType):
                Report(context, $"A value of type \"{type}\" stands in braces, {{ … }}.", value);
                break;
            default:
                CheckLeaf(context, value, type.Named);
                break;
        }
    }

    /// <summary>5.6.3.</summary>
    public static void UniqueInputFieldNames(ValidationContext context, ObjectValueNode value)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in value.Fields.Select(field => field.Name).Where(name => !known.TryAdd(name.Value, name)))
        {
            context.Report(
                nameof(UniqueInputFieldNames), $"The input field \"{name.Value}\" is given more than once; give it once.", known[name.Value], name);
        }
    }

    private static void CheckObject(ValidationContext context, ObjectValueNode value, InputObjectType type)
    {
        var given = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var node in value.Fields)
        {
            given[node.Name.Value] = node;
        }

        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var node))
            {
                ValuesOfCorrectType(context, node.Value, field.Type);
            }
            else if (field.IsRequired)
            {
                Report(context, $"A value of type \"{type}\" needs the field \"{field.Name}\" of type \"{field.Type}\".", value);
            }
        }

        foreach (var node in value.Fields.Where(node => !type.FieldsByName.ContainsKey(node.Name.Value)))
        {
            Report(context, $"The input type \"{type}\" has no field \"{node.Name.Value}\".", node);
        }

        if (type.IsOneOf)
        {
            CheckOneOf(context, value, type);
        }
    }

    /// <summary>5.6.5; fields that the type does not know have been reported already and do not count.</summary>
    private static void CheckOneOf(ValidationContext context, ObjectValueNode value, InputObjectType type)
    {
        var known = value.Fields.Where(node => type.FieldsByName.ContainsKey(node.Name.Value)).ToList();
        if (known is not [{ Value: not NullValueNode }])
        {
            Report(context, $"A value of type \"{type}\" has exactly one field, and that is not null.", value);
        }
    }

    private static void CheckLeaf(ValidationContext context, ValueNode value, NamedType type)
    {
        var expected = (type, LeafOf(value)) switch
        {
            (EnumType choice, { Kind: LeafKind.Enum } leaf) when choice.ByName.ContainsKey(leaf.Text) => null,
            (EnumType, _) => "one of the names of the enum, without quotes",
            (ScalarType scalar, { } leaf) => scalar.TryParse(leaf, out _, out var right) ? null : right,
            _ => "a single value",
        };
        if (expected is not null)
        {
            Report(context, $"This is no value of type \"{type}\", which is {expected}.", value);
        }
    }

    private static LeafInput? LeafOf(ValueNode value) => value switch
    {
        IntValueNode number => new LeafInput(LeafKind.Int, number.Value),
        FloatValueNode number => new LeafInput(LeafKind.Float, number.Value),
        StringValueNode text => new LeafInput(LeafKind.String, text.Value),
        BooleanValueNode boolean => new LeafInput(LeafKind.Boolean, boolean.Value ? "true" : "false"),
        EnumValueNode name => new LeafInput(LeafKind.Enum, name.Value),
        _ => null,
    };

    private static void Report(ValidationContext context, string message, SyntaxNode node) =>
        context.Report(nameof(ValuesOfCorrectType), message, node);
}
