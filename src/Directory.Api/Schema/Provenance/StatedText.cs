using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>A stated value as text: enum values as the schema writes them, lists and objects as JSON.</summary>
internal static class StatedText
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Of(Type type, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return Word(type, value);
            case JsonValueKind.Array or JsonValueKind.Object:
                using (var buffer = new MemoryStream())
                {
                    using (var writer = new Utf8JsonWriter(buffer, Writing))
                    {
                        Write(writer, type, value);
                    }

                    return Encoding.UTF8.GetString(buffer.ToArray());
                }

            default:
                return value.GetRawText();
        }
    }

    private static void Write(Utf8JsonWriter writer, Type type, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, ItemOf(type), item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var part in value.EnumerateObject())
                {
                    writer.WritePropertyName(part.Name);
                    Write(writer, PartOf(type, part.Name), part.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Word(type, value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Word(Type type, JsonElement value) =>
        (Nullable.GetUnderlyingType(type) ?? type).IsEnum ? Naming.EnumValue(value.GetString()!) : value.GetString()!;

    /// <summary>Class of the items of a list, or of a single value.</summary>
    public static Type ItemOf(Type type) =>
        typeof(IList).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? item : Nullable.GetUnderlyingType(type) ?? type;

    private static Type PartOf(Type type, string name) =>
        (Nullable.GetUnderlyingType(type) ?? type).GetProperties()
            .FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name)?.PropertyType ?? typeof(object);
}
