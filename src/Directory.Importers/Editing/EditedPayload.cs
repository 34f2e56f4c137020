using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Editing;

/// <summary>What a record of self-service says after an edit: canonical like the payload of any other record, null for what is stated to be empty.</summary>
internal static class EditedPayload
{
    /// <summary>Items of a list at most, and letters of a text: more is no card.</summary>
    private const int MostItems = 100;

    private const int LongestText = 20_000;

    /// <summary>Applies an edit; null if it is wrong, and then says why.</summary>
    public static JsonObject? Apply(RecordSchema schema, JsonObject? before, EntryEdit edit, List<EditProblem> problems)
    {
        var stated = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in before ?? [])
        {
            stated[name] = value?.DeepClone();
        }

        foreach (var name in edit.Touched.Where(name => schema.Field(name) is null))
        {
            problems.Add(new EditProblem(EditFault.UnknownField, name));
        }

        foreach (var name in edit.Withdrawn)
        {
            stated.Remove(name);
        }

        foreach (var name in edit.Emptied.Where(name => schema.Field(name) is not null))
        {
            if (schema.Field(name)!.IsRequired)
            {
                problems.Add(new EditProblem(EditFault.Required, name));
            }

            stated[name] = null;
        }

        foreach (var (name, value) in edit.Fields.Where(pair => schema.Field(pair.Key) is not null))
        {
            stated[name] = Read(schema.Field(name)!, value, problems);
        }

        return problems.Count > 0 ? null : new JsonObject(schema.Fields.Where(field => stated.ContainsKey(field.Name))
            .Select(field => KeyValuePair.Create(field.Name, stated[field.Name])));
    }

    /// <summary>Required fields that a record which stands by itself lacks.</summary>
    public static IEnumerable<EditProblem> Missing(RecordSchema schema, JsonObject payload) => schema.Fields
        .Where(field => field.IsRequired && payload[field.Name] is null).Select(field => new EditProblem(EditFault.Required, field.Name));

    /// <summary>What a payload refers to.</summary>
    public static List<RecordReferenceKey> References(RecordSchema schema, JsonObject payload)
    {
        var references = new List<RecordReferenceKey>();
        foreach (var field in schema.Fields)
        {
            Collect(field, payload[field.Name], field.Name, references);
        }

        return references;
    }

    private static JsonNode? Read(RecordField field, JsonElement value, List<EditProblem> problems)
    {
        if (IsTooLong(value))
        {
            problems.Add(new EditProblem(EditFault.InvalidValue, field.Name));
            return null;
        }

        // An empty list takes nothing away from others; who means that there is nothing says so.
        var given = new GivenValue(path => problems.Add(new EditProblem(EditFault.InvalidValue, path)));
        if (given.Read(field, value, field.Name) is { } node)
        {
            return node;
        }

        if (!problems.Exists(problem => problem.Field?.StartsWith(field.Name, StringComparison.Ordinal) == true))
        {
            problems.Add(new EditProblem(EditFault.InvalidValue, field.Name));
        }

        return null;
    }

    private static bool IsTooLong(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > LongestText,
        JsonValueKind.Array => value.GetArrayLength() > MostItems || value.EnumerateArray().Any(IsTooLong),
        JsonValueKind.Object => value.EnumerateObject().Any(part => IsTooLong(part.Value)),
        _ => false,
    };

    private static void Collect(RecordField field, JsonNode? value, string path, List<RecordReferenceKey> references)
    {
        switch (value)
        {
            case null:
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(field, item, path, references);
                }

                break;
            case JsonObject part when field.Object is { } schema:
                foreach (var inner in schema.Fields)
                {
                    Collect(inner, part[inner.Name], $"{path}.{inner.Name}", references);
                }

                break;
            case JsonValue key when field.Shape == FieldShape.Reference:
                references.Add(new RecordReferenceKey(path, field.TargetKind!, key.GetValue<string>()));
                break;
            case JsonValue key when field.Shape == FieldShape.ReferenceToOneOf:
                var (kind, target) = KindedKey.Parse(key.GetValue<string>());
                references.Add(new RecordReferenceKey(path, kind, target));
                break;
        }
    }
}
