using System.Text;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Prints a schema as SDL (3.2): what clients' code generators read and what a reviewer sees change.</summary>
public static class SchemaPrinter
{
    /// <summary>The whole schema; introspection types and built-in scalars and directives are left out.</summary>
    public static string Print(Schema schema)
    {
        var text = new StringBuilder();
        Description(text, schema.Description, "");
        text.Append("schema {\n  query: ").Append(schema.QueryType.Name).Append('\n');
        if (schema.MutationType is not null)
        {
            text.Append("  mutation: ").Append(schema.MutationType.Name).Append('\n');
        }

        if (schema.SubscriptionType is not null)
        {
            text.Append("  subscription: ").Append(schema.SubscriptionType.Name).Append('\n');
        }

        text.Append("}\n");
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type is not ScalarType { IsBuiltIn: true }))
        {
            text.Append('\n');
            Type(text, type);
        }

        return text.ToString();
    }

    private static void Type(StringBuilder text, NamedType type)
    {
        Description(text, type.Description, "");
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(scalar.Name);
                if (scalar.SpecifiedByUrl is not null)
                {
                    text.Append(" @specifiedBy(url: ").Append(Quoted(scalar.SpecifiedByUrl)).Append(')');
                }

                text.Append('\n');
                break;
            case EnumType enumType:
                Block(text, $"enum {enumType.Name}", enumType.Values, value => Value(text, value));
                break;
            case InputObjectType input:
                Block(text, $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}", input.Fields, field => Input(text, field, "  "));
                break;
            case UnionType union:
                text.Append("union ").Append(union.Name).Append(" = ").AppendJoin(" | ", union.PossibleTypes.Select(member => member.Name)).Append('\n');
                break;
            case FieldsType fields:
                var keyword = fields is InterfaceType ? "interface" : "type";
                var contracts = fields.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", fields.Interfaces.Select(contract => contract.Name));
                Block(text, $"{keyword} {fields.Name}{contracts}", fields.Fields, field => Field(text, field));
                break;
        }
    }

    private static void Block<T>(StringBuilder text, string head, IReadOnlyList<T> items, Action<T> print)
    {
        text.Append(head).Append(" {\n");
        for (var i = 0; i < items.Count; i++)
        {
            print(items[i]);
        }

        text.Append("}\n");
    }

    private static void Value(StringBuilder text, EnumValue value)
    {
        Description(text, value.Description, "  ");
        text.Append("  ").Append(value.Name);
        Deprecated(text, value.DeprecationReason);
        text.Append('\n');
    }

    private static void Field(StringBuilder text, OutputField field)
    {
        Description(text, field.Description, "  ");
        text.Append("  ").Append(field.Name);
        if (field.Arguments.Count > 0 && field.Arguments.All(argument => argument.Description is null))
        {
            text.Append('(').AppendJoin(", ", field.Arguments.Select(Plain)).Append(')');
        }
        else if (field.Arguments.Count > 0)
        {
            text.Append("(\n");
            foreach (var argument in field.Arguments)
            {
                Input(text, argument, "    ");
            }

            text.Append("  )");
        }

        text.Append(": ").Append(field.Type);
        Deprecated(text, field.DeprecationReason);
        text.Append('\n');
    }

    private static void Input(StringBuilder text, InputField field, string indent)
    {
        Description(text, field.Description, indent);
        text.Append(indent).Append(Plain(field)).Append('\n');
    }

    private static string Plain(InputField field)
    {
        var text = new StringBuilder(field.Name).Append(": ").Append(field.Type);
        if (field.DefaultValue is not null)
        {
            text.Append(" = ").Append(AstPrinter.Print(field.DefaultValue));
        }

        Deprecated(text, field.DeprecationReason);
        return text.ToString();
    }

    private static void Deprecated(StringBuilder text, string? reason)
    {
        if (reason is not null)
        {
            text.Append(" @deprecated(reason: ").Append(Quoted(reason)).Append(')');
        }
    }

    private static void Description(StringBuilder text, string? description, string indent)
    {
        if (description is not null)
        {
            foreach (var line in AstPrinter.PrintBlockString(description).Split('\n'))
            {
                text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
            }
        }
    }

    private static string Quoted(string value) => AstPrinter.Print(new StringValueNode(0, value, isBlock: false));
}
