using System.Globalization;
using System.Text;

namespace CenterDirectory.GraphQL.Language;

/// <summary>Writes values and types in the canonical spelling of the reference implementation: for SDL and introspection.</summary>
public static class AstPrinter
{
    /// <summary>A list or object that would be longer gets a line for each item.</summary>
    private const int LongestLine = 80;

    /// <summary>Writes a value.</summary>
    public static string Print(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name.Value}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode { IsBlock: true } text => PrintBlockString(text.Value),
        StringValueNode text => PrintString(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode list => PrintItems('[', "", [.. list.Items.Select(Print)], ']'),
        ObjectValueNode obj => PrintItems('{', " ", [.. obj.Fields.Select(field => $"{field.Name.Value}: {Print(field.Value)}")], '}'),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such value."),
    };

    /// <summary>Writes a type reference.</summary>
    public static string Print(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name,
        ListTypeNode list => $"[{Print(list.ItemType)}]",
        NonNullTypeNode nonNull => $"{Print(nonNull.Type)}!",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such type."),
    };

    /// <summary>Writes a text between double quotes; control characters are escaped.</summary>
    public static string PrintString(string text)
    {
        var printed = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => printed.Append("\\\""),
                '\\' => printed.Append("\\\\"),
                '\b' => printed.Append("\\b"),
                '\t' => printed.Append("\\t"),
                '\n' => printed.Append("\\n"),
                '\f' => printed.Append("\\f"),
                '\r' => printed.Append("\\r"),
                _ when char.IsControl(c) => printed.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => printed.Append(c),
            };
        }

        return printed.Append('"').ToString();
    }

    /// <summary>Writes a text between three quotes, as descriptions are printed.</summary>
    public static string PrintBlockString(string text) => BlockString.Print(text);

    private static string PrintItems(char open, string padding, string[] items, char close)
    {
        var onOneLine = $"{open}{padding}{string.Join(", ", items)}{padding}{close}";
        return onOneLine.Length <= LongestLine
            ? onOneLine
            : $"{open}\n  {string.Join('\n', items).Replace("\n", "\n  ", StringComparison.Ordinal)}\n{close}";
    }
}
