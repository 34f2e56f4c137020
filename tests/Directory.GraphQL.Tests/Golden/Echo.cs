using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>Writes arguments as JSON does, the given ones only.</summary>
internal static class Echo
{
    public static string Of(params IEnumerable<(string Name, object? Value)> arguments) => Object(arguments);

    private static string Object(IEnumerable<(string Name, object? Value)> members) =>
        $"{{{string.Join(',', members.Select(member => (member.Name, Text: Value(member.Value))).Where(member => member.Text is not null).Select(member => $"\"{member.Name}\":{member.Text}"))}}}";

    /// <summary>Null where there is no value.</summary>
    private static string? Value(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        DateOnly day => $"\"{day:yyyy-MM-dd}\"",
        Enum member => $"\"{Naming.EnumValue(member.ToString())}\"",
        string text => Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Value))}]",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Optional<>) =>
            (bool)type.GetProperty("HasValue")!.GetValue(value)! ? Value(type.GetProperty("Value")!.GetValue(value)) : null,
        _ => Object(Properties(value)),
    };

    /// <summary>As <c>JSON.stringify</c> does it: everything that may stay as it is does.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static IEnumerable<(string Name, object? Value)> Properties(object input) =>
        input.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (Naming.Camel(property.Name), property.GetValue(input)));
}
