using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// Reads a value that stands as JSON: enum values in the spelling of GraphQL, references with the id or slug of their targets. What is no such value
/// is left out and told of.
/// </summary>
/// <param name="invalid">Takes the path of each part that was left out.</param>
internal sealed class GivenValue(Action<string> invalid)
{
    /// <summary>What the values refer to.</summary>
    public List<RecordReferenceKey> References { get; } = [];

    /// <summary>The value as a payload has it; null if it is none.</summary>
    public JsonNode? Read(RecordField field, JsonElement given, string path)
    {
        if (!field.IsList)
        {
            return ReadOne(field, given, path);
        }

        if (given.ValueKind != JsonValueKind.Array)
        {
            return Invalid(path);
        }

        var items = given.EnumerateArray().Select(item => ReadOne(field, item, path)).OfType<JsonNode>().ToList();
        if (field.Shape == FieldShape.Enum)
        {
            // A list of enum values has no order of its own.
            items = [.. items.OrderBy(item => item.GetValue<string>(), FieldType.Of(field).Order)];
        }

        return items.Count == 0 ? null : new JsonArray([.. items]);
    }

    private JsonNode? ReadOne(RecordField field, JsonElement given, string path) => field.Shape switch
    {
        FieldShape.Object => given.ValueKind == JsonValueKind.Object ? ReadObject(field.Object!, given, path) : Invalid(path),
        FieldShape.Reference or FieldShape.ReferenceToOneOf => ReadReference(field, given, path),
        _ => ReadValue(field, given) ?? Invalid(path),
    };

    private JsonObject? ReadObject(RecordSchema schema, JsonElement given, string path)
    {
        var result = new JsonObject();
        foreach (var part in schema.Fields)
        {
            if (given.TryGetProperty(part.Name, out var stated) && stated.ValueKind != JsonValueKind.Null && Read(part, stated, $"{path}.{part.Name}") is { } node)
            {
                result[part.Name] = node;
            }
            else if (part.IsRequired)
            {
                invalid($"{path}.{part.Name}");
                return null;
            }
        }

        return result.Count == 0 ? null : result;
    }

    /// <summary>Territories are known by their slugs wherever they come from, all others by the id that they are given.</summary>
    private JsonNode? ReadReference(RecordField field, JsonElement given, string path)
    {
        var kind = field.TargetKind ?? Text(given, "type");
        if (kind is null || Text(given, kind == "Territory" ? "slug" : "id") is not { } key
            || (field.TargetKind is null && !KindedKey.IsOne($"{kind}/{key}", field.TargetKinds)))
        {
            return Invalid(path);
        }

        References.Add(new RecordReferenceKey(path, kind, key));
        return JsonValue.Create(field.TargetKind is null ? $"{kind}/{key}" : key);
    }

    private static JsonNode? ReadValue(RecordField field, JsonElement given)
    {
        var text = given.ValueKind switch
        {
            JsonValueKind.String => given.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => given.GetRawText(),
            _ => null,
        };
        var type = FieldType.Of(field);
        if (string.IsNullOrEmpty(text) || type.Convert(text, out var canonical) == Conversion.Invalid)
        {
            return null;
        }

        return type.IsBare ? JsonNode.Parse(canonical) : JsonValue.Create(canonical);
    }

    private static string? Text(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private JsonNode? Invalid(string path)
    {
        invalid(path);
        return null;
    }
}
