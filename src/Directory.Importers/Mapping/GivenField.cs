using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// A list, an object or a reference that stands in its cell as the JSON of a dump: enum values in the spelling of GraphQL, references with
/// the id and slug of their targets.
/// </summary>
internal sealed class GivenField(RecordField field, int slot) : CompiledField(field)
{
    private readonly List<RecordReferenceKey> references = [];
    private readonly IssueTemplate shape = IssueRules.ObjectIncomplete.For(field.Name, field.Name);
    private JsonNode? value;

    public override bool IsConstant => false;

    public override string Columns => Field.Name;

    protected override bool EvaluateCore(RowContext row)
    {
        references.Clear();
        value = null;
        if (row.Cell(slot) is not { } text)
        {
            return false;
        }

        using var given = Parse(text);
        value = given is null ? null : Read(Field, given.RootElement, Field.Name, row);
        if (value is null && text != "[]")
        {
            row.Report(shape);
        }

        return value is not null;
    }

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row)
    {
        value!.WriteTo(writer);
        references.ForEach(row.Refer);
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value as a payload has it; null if it is none.</summary>
    private JsonNode? Read(RecordField of, JsonElement given, string path, RowContext row)
    {
        if (!of.IsList)
        {
            return ReadOne(of, given, path, row);
        }

        if (given.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = given.EnumerateArray().Select(item => ReadOne(of, item, path, row)).OfType<JsonNode>().ToList();
        if (of.Shape == FieldShape.Enum)
        {
            // A list of enum values has no order of its own.
            items = [.. items.OrderBy(item => item.GetValue<string>(), FieldType.Of(of).Order)];
        }

        return items.Count == 0 ? null : new JsonArray([.. items]);
    }

    private JsonNode? ReadOne(RecordField of, JsonElement given, string path, RowContext row) => of.Shape switch
    {
        FieldShape.Object => given.ValueKind == JsonValueKind.Object ? ReadObject(of.Object!, given, path, row) : null,
        FieldShape.Reference or FieldShape.ReferenceToOneOf => ReadReference(of, given, path),
        _ => ReadValue(of, given),
    };

    private JsonObject? ReadObject(RecordSchema schema, JsonElement given, string path, RowContext row)
    {
        var result = new JsonObject();
        foreach (var part in schema.Fields)
        {
            if (given.TryGetProperty(part.Name, out var stated) && Read(part, stated, $"{path}.{part.Name}", row) is { } node)
            {
                result[part.Name] = node;
            }
            else if (part.IsRequired)
            {
                row.Report(shape);
                return null;
            }
        }

        return result.Count == 0 ? null : result;
    }

    /// <summary>Territories are known by their slugs wherever they come from, all others by the id that the dump gives them.</summary>
    private JsonValue? ReadReference(RecordField of, JsonElement given, string path)
    {
        var kind = of.TargetKind ?? Text(given, "type");
        if (kind is null || Text(given, kind == "Territory" ? "slug" : "id") is not { } key
            || (of.TargetKind is null && !KindedKey.IsOne($"{kind}/{key}", of.TargetKinds)))
        {
            return null;
        }

        references.Add(new RecordReferenceKey(path, kind, key));
        return JsonValue.Create(of.TargetKind is null ? $"{kind}/{key}" : key);
    }

    private static JsonNode? ReadValue(RecordField of, JsonElement given)
    {
        var text = given.ValueKind switch
        {
            JsonValueKind.String => given.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => given.GetRawText(),
            _ => null,
        };
        var type = FieldType.Of(of);
        if (text is null || type.Convert(text, out var canonical) == Conversion.Invalid)
        {
            return null;
        }

        return type.IsBare ? JsonNode.Parse(canonical) : JsonValue.Create(canonical);
    }

    private static string? Text(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
