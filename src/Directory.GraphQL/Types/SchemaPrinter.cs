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
        Roots(text, schema);
        foreach (var directive in schema.Directives.Except(BuiltInDirectives.All))
        {
            text.Append(text.Length > 0 ? "\n" : "");
            Directive(text, directive);
        }

        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type is not ScalarType { IsBuiltIn: true }))
        {
            text.Append(text.Length > 0 ? "\n" : "");
            Type(text, type);
        }

        return text.ToString();
    }

    /// <summary>The roots have the names that clients expect, so the schema itself is printed only where it has a description.</summary>
    private static void Roots(StringBuilder text, Schema schema)
    {
        if (schema.Description is null)
        {
            return;
        }

        Description(text, schema.Description, "");
        text.Append("schema {\n");
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (schema.RootType(operation) is { } root)
            {
                text.Append("  ").Append(operation.ToString().ToLowerInvariant()).Append(": ").Append(root.Name).Append('\n');
            }
        }

        text.Append("}\n");
    }

    private static void Directive(StringBuilder text, DirectiveDefinition directive)
    {
        Description(text, directive.Description, "");
        text.Append("directive @").Append(directive.Name).Append("(\n");
        for (var i = 0; i < directive.Arguments.Count; i++)
        {
            Input(text, directive.Arguments[i], "  ", i == 0);
        }

        text.Append(')').Append(directive.IsRepeatable ? " repeatable" : "").Append(" on ")
            .AppendJoin(" | ", directive.Locations.Select(location => Naming.EnumValue(location.ToString()))).Append('\n');
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
                Block(text, $"enum {enumType.Name}", enumType.Values, (value, isFirst) => Value(text, value, isFirst));
                break;
            case InputObjectType input:
                Block(text, $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}", input.Fields, (field, isFirst) => Input(text, field, "  ", isFirst));
                break;
            case UnionType union:
                text.Append("union ").Append(union.Name).Append(" = ").AppendJoin(" | ", union.PossibleTypes.Select(member => member.Name)).Append('\n');
                break;
            case FieldsType fields:
                var keyword = fields is InterfaceType ? "interface" : "type";
                var contracts = fields.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", fields.Interfaces.Select(contract => contract.Name));
                Block(text, $"{keyword} {fields.Name}{contracts}", fields.Fields, (field, isFirst) => Field(text, field, isFirst));
                break;
        }
    }

    private static void Block<T>(StringBuilder text, string head, IReadOnlyList<T> items, Action<T, bool> print)
    {
        text.Append(head).Append(" {\n");
        for (var i = 0; i < items.Count; i++)
        {
            print(items[i], i == 0);
        }

        text.Append("}\n");
    }

    private static void Value(StringBuilder text, EnumValue value, bool isFirst)
    {
        Description(text, value.Description, "  ", isFirst);
        text.Append("  ").Append(value.Name);
        Deprecated(text, value.DeprecationReason);
        text.Append('\n');
    }

    private static void Field(StringBuilder text, OutputField field, bool isFirst)
    {
        Description(text, field.Description, "  ", isFirst);
        text.Append("  ").Append(field.Name);
        if (field.Arguments.Count > 0 && field.Arguments.All(argument => argument.Description is null))
        {
            text.Append('(').AppendJoin(", ", field.Arguments.Select(Plain)).Append(')');
        }
        else if (field.Arguments.Count > 0)
        {
            text.Append("(\n");
            for (var i = 0; i < field.Arguments.Count; i++)
            {
                Input(text, field.Arguments[i], "    ", i == 0);
            }

            text.Append("  )");
        }

        text.Append(": ").Append(field.Type);
        Deprecated(text, field.DeprecationReason);
        text.Append('\n');
    }

    private static void Input(StringBuilder text, InputField field, string indent, bool isFirst)
    {
        Description(text, field.Description, indent, isFirst);
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
            text.Append(" @deprecated");
            if (reason != BuiltInDirectives.DefaultReason)
            {
                text.Append("(reason: ").Append(Quoted(reason)).Append(')');
            }
        }
    }

    /// <summary>Members with descriptions stand apart from what is before them.</summary>
    private static void Description(StringBuilder text, string? description, string indent, bool isFirst = true)
    {
        if (description is not null)
        {
            text.Append(isFirst ? "" : "\n");
            var printed = BlockString.IsPrintable(description) ? AstPrinter.PrintBlockString(description) : AstPrinter.PrintString(description);
            foreach (var line in printed.Split('\n'))
            {
                text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
            }
        }
    }

    private static string Quoted(string value) => AstPrinter.Print(new StringValueNode(0, value, isBlock: false));
}
