using System.Text.Json.Nodes;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>Objects of JSON-LD, in which nothing stands that nobody said.</summary>
internal static class JsonLd
{
    /// <summary>An object of a type of schema.org.</summary>
    public static JsonObject Of(string type) => new() { ["@type"] = type };

    /// <summary>Adds a text, if there is one.</summary>
    public static JsonObject With(this JsonObject node, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            node[name] = value;
        }

        return node;
    }

    /// <summary>Adds a value, if there is one.</summary>
    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        if (value is not null)
        {
            node[name] = value;
        }

        return node;
    }

    /// <summary>Adds values, one alone without a list around it.</summary>
    public static JsonObject With(this JsonObject node, string name, IEnumerable<JsonNode?> values)
    {
        var present = values.OfType<JsonNode>().ToArray();
        return present.Length switch
        {
            0 => node,
            1 => node.With(name, present[0]),
            _ => node.With(name, (JsonNode)new JsonArray(present)),
        };
    }

    /// <summary>Adds texts, one alone without a list around it.</summary>
    public static JsonObject With(this JsonObject node, string name, IEnumerable<string> values) =>
        node.With(name, values.Select(value => (JsonNode?)JsonValue.Create(value)));

    /// <summary>Several objects as one document, each of which may name the others by id.</summary>
    public static JsonObject Graph(params IEnumerable<JsonObject> nodes) =>
        new() { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. nodes]) };
}
