using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Manifests;

/// <summary>
/// JSON Schema of manifests, for the completion and checks of editors. It is made of the same keys, record schemas and steps by which
/// manifests are read, so that it cannot say anything else; what it does not know of a key is left open.
/// </summary>
public static class ManifestSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        var definitions = new JsonObject { ["source"] = Source() };
        RecordMaps.AddTo(definitions);
        definitions["table"] = Table();
        var table = Table();
        var properties = Described(ManifestReader.Keys, KeyShapes.OfManifest);
        foreach (var (key, shape) in table["properties"]!.AsObject().Where(pair => pair.Key != "name"))
        {
            properties[key] = shape!.DeepClone();
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Manifest of a feed of CenterDirectory",
            ["description"] = "Made by `feeds schema`; the reference is docs/feeds.md.",
            ["type"] = "object",
            ["required"] = new JsonArray("key", "title"),
            ["oneOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray("tables") },
                new JsonObject { ["required"] = table["required"]!.DeepClone() }),
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["allOf"] = table["allOf"]!.DeepClone(),
            ["definitions"] = definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Table() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("source", "record", "id-from", "map"),
        ["properties"] = Described(TableReader.Keys, KeyShapes.OfTable),
        ["additionalProperties"] = false,
        ["allOf"] = new JsonArray([.. RecordSchema.Kinds.Select(FieldsOf)]),
    };

    /// <summary>Which fields <c>map</c> has depends on the record.</summary>
    private static JsonNode FieldsOf(string kind) => new JsonObject
    {
        ["if"] = new JsonObject
        {
            ["required"] = new JsonArray("record"),
            // `same` names no fields.
            ["properties"] = new JsonObject { ["record"] = new JsonObject { ["const"] = kind }, ["map"] = new JsonObject { ["type"] = "object" } },
        },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["map"] = RecordMaps.Reference(kind) } },
    };

    private static JsonObject Source() => new()
    {
        ["type"] = "object",
        ["properties"] = Described([.. LocationReader.Keys.Union(FeedFormats.Names.SelectMany(FeedFormats.Keys))], KeyShapes.OfSource),
        ["additionalProperties"] = false,
    };

    private static JsonObject Described(IEnumerable<string> keys, Func<string, JsonObject> shapeOf)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key] = shapeOf(key);
        }

        return properties;
    }
}
