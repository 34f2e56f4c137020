using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Tests.Manifests;

/// <summary>As much of JSON Schema (draft 7) as the schema of manifests uses. An unknown keyword is a mistake of the test.</summary>
internal sealed class SchemaCheck
{
    private readonly JsonObject root;
    private readonly List<string> problems = [];

    private SchemaCheck(JsonObject root) => this.root = root;

    /// <summary>«place: what is wrong», none if the value obeys the schema.</summary>
    public static IReadOnlyList<string> Problems(JsonObject schema, JsonNode? value)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, value, "");
        return check.problems;
    }

    private void Check(JsonObject schema, JsonNode? value, string place)
    {
        foreach (var (keyword, argument) in schema)
        {
            if (!Holds(keyword, argument!, schema, value, place))
            {
                problems.Add($"{place}: {keyword}");
            }
        }
    }

    private bool Holds(string keyword, JsonNode argument, JsonObject schema, JsonNode? value, string place)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "default" or "definitions" or "then" or "additionalProperties":
                return true;
            case "$ref":
                Check(root["definitions"]![argument.GetValue<string>()["#/definitions/".Length..]]!.AsObject(), value, place);
                return true;
            case "type":
                return (argument as JsonArray)?.Any(type => IsOf(type!.GetValue<string>(), value)) ?? IsOf(argument.GetValue<string>(), value);
            case "const":
                return JsonNode.DeepEquals(argument, value);
            case "enum":
                return argument.AsArray().Any(word => JsonNode.DeepEquals(word, value));
            case "pattern":
                return value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), argument.GetValue<string>());
            case "minimum" or "maximum":
                return value?.GetValueKind() != JsonValueKind.Number || (keyword == "minimum") == (value.GetValue<double>() >= argument.GetValue<double>())
                    || value.GetValue<double>().Equals(argument.GetValue<double>());
            case "required":
                return value is not JsonObject item || argument.AsArray().All(name => item.ContainsKey(name!.GetValue<string>()));
            case "items":
                (value as JsonArray)?.ToList().ForEach(item => Check(argument.AsObject(), item, place + "[]"));
                return true;
            case "properties":
                CheckProperties(argument.AsObject(), schema["additionalProperties"], value, place);
                return true;
            case "anyOf":
                return argument.AsArray().Any(part => Obeys(part!.AsObject(), value));
            case "oneOf":
                return argument.AsArray().Count(part => Obeys(part!.AsObject(), value)) == 1;
            case "allOf":
                argument.AsArray().ToList().ForEach(part => Check(part!.AsObject(), value, place));
                return true;
            case "if":
                if (Obeys(argument.AsObject(), value))
                {
                    Check(schema["then"]!.AsObject(), value, place);
                }

                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(keyword), keyword, "A keyword that this check does not know.");
        }
    }

    private void CheckProperties(JsonObject shapes, JsonNode? others, JsonNode? value, string place)
    {
        foreach (var (name, part) in value as JsonObject ?? [])
        {
            var inner = $"{place}/{name}";
            if (shapes[name] is JsonObject shape)
            {
                Check(shape, part, inner);
            }
            else if (others is JsonObject other)
            {
                Check(other, part, inner);
            }
            else if (others?.GetValueKind() == JsonValueKind.False)
            {
                problems.Add($"{inner}: unknown");
            }
        }
    }

    private bool Obeys(JsonObject schema, JsonNode? value)
    {
        var check = new SchemaCheck(root);
        check.Check(schema, value, "");
        return check.problems.Count == 0;
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };
}
