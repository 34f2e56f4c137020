using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>Writes arguments as JSON does, the given ones only.</summary>
internal static class Echo
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        string text => JsonSerializer.Serialize(text, Json),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Value))}]",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Optional<>) =>
            (bool)type.GetProperty("HasValue")!.GetValue(value)! ? Value(type.GetProperty("Value")!.GetValue(value)) : null,
        _ => Object(Properties(value)),
    };

    private static IEnumerable<(string Name, object? Value)> Properties(object input) =>
        input.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (Naming.Camel(property.Name), property.GetValue(input)));
}
