using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Values of inputs in the spelling in which edits carry them: enums as the schema writes them, the rest as text and numbers.</summary>
internal static class EditJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new InstantConverter(), new VagueDateConverter() },
    };

    public static JsonElement Of(object value) => JsonSerializer.SerializeToElement(value, value.GetType(), Options);

    /// <summary>Fields with a value.</summary>
    public static Dictionary<string, JsonElement> Fields(params (string Name, object? Value)[] fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => Of(field.Value!), StringComparer.Ordinal);

    private sealed class InstantConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class VagueDateConverter : JsonConverter<FuzzyDate>
    {
        public override FuzzyDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Inputs are written, never read.");

        public override void Write(Utf8JsonWriter writer, FuzzyDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>Names as the schema writes them.</summary>
internal static class EditNames
{
    public static string Of(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>The mutation of an input: <c>UpdateCenterInput</c> is of updateCenter.</summary>
    public static string ActOf(object input) => Of(input.GetType().Name[..^"Input".Length]);
}
