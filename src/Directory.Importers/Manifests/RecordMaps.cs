using System.Text.Json.Nodes;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Manifests;

/// <summary>What <c>map</c> may hold, for each record kind, as JSON Schema.</summary>
internal static class RecordMaps
{
    private const string Value = "value";

    public static void AddTo(JsonObject definitions)
    {
        foreach (var step in Mapping.Steps.All)
        {
            definitions[NameOf(step)] = Described(step, []);
        }

        definitions[Value] = Steps([]);
        foreach (var kind in RecordSchema.Kinds)
        {
            definitions[kind] = Fields(RecordSchema.Find(kind)!, definitions);
        }
    }

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    private static JsonObject Fields(RecordSchema schema, JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var field in schema.Fields)
        {
            properties[field.Name] = Field(field, definitions);
        }

        var fields = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (schema.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name).ToArray() is { Length: > 0 } required)
        {
            fields.Insert(1, "required", new JsonArray(required));
        }

        return fields;
    }

    private static JsonObject Field(RecordField field, JsonObject definitions)
    {
        if (field.Object is { } part)
        {
            var shape = field.IsList ? KeyShapes.List("", Fields(part, definitions)) : Fields(part, definitions);
            return ObjectTexts.Find(field.ValueType) is null ? shape : KeyShapes.Any("", Reference(Value), shape);
        }

        if (field.Shape != FieldShape.Enum)
        {
            return Reference(Value);
        }

        var name = field.ValueType.Name;
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = Steps([.. FieldType.Of(field).Names]);
        }

        return Reference(name);
    }

    /// <summary>A column, or steps; of an enum the constants are those that there are.</summary>
    private static JsonObject Steps(string[] words)
    {
        var properties = new JsonObject();
        foreach (var step in Mapping.Steps.All)
        {
            // Said once for all fields, except for what an enum lets be said.
            properties[step.Name] = words.Length > 0 && step.Name is Mapping.Steps.Const or Mapping.Steps.Default
                ? Described(step, words)
                : Reference(NameOf(step));
        }

        return KeyShapes.Any("", KeyShapes.Cell(""), new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false });
    }

    private static string NameOf(StepDefinition step) => $"step-{step.Name}";

    private static JsonObject Described(StepDefinition step, string[] words)
    {
        var shape = Argument(step, words);
        shape.Insert(0, "description", $"{step.Summary.En} {step.Argument}");
        return shape;
    }

    private static JsonObject Argument(StepDefinition step, string[] words)
    {
        switch (step.Name)
        {
            case Mapping.Steps.Const:
                return KeyShapes.Any("", Word(words), KeyShapes.List("", Word(words)));
            case Mapping.Steps.Default:
                return Word(words);
            case Mapping.Steps.Lookup or Mapping.Steps.Split or Mapping.Steps.Join:
                return KeyShapes.Text("");
            case "digits":
                return new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 20 };
            case "replace":
                return KeyShapes.Map("", ("pattern", KeyShapes.Text("")), ("with", KeyShapes.Text("")));
            default:
                // As the example of the step has it: a switch, or one text or several.
                return step.Argument.EndsWith(": true", StringComparison.Ordinal) ? new JsonObject { ["const"] = true } : KeyShapes.Cells("");
        }
    }

    private static JsonObject Word(string[] words) => words.Length == 0
        ? new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }
        : new JsonObject { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
