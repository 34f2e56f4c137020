using System.Globalization;
using System.Text.Json;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>
/// The JSON schemas of HSDS 3.0 out of the sample data, and as much of JSON Schema as they use: type, properties, required, enum, items,
/// format and references to files beside them. A keyword beyond these fails: nothing is left unchecked in silence.
/// </summary>
internal sealed class HsdsSchemas(string folder)
{
    private static readonly string[] Notes =
    [
        "name", "title", "description", "example", "core", "path", "constraints", "datapackage_type", "datapackage_metadata", "tabular_required",
    ];

    private readonly Dictionary<string, JsonElement> files = [];

    /// <summary>Null where there is no sample data.</summary>
    public static HsdsSchemas? Find() => Folder("schema") is { } folder ? new HsdsSchemas(folder) : null;

    /// <summary>A folder of the sample data of HSDS.</summary>
    public static string? Folder(string name) =>
        Environment.GetEnvironmentVariable("DIRECTORY_SAMPLE_DATA") is { Length: > 0 } root && System.IO.Directory.Exists(Path.Combine(root, "hsds", name))
            ? Path.Combine(root, "hsds", name)
            : null;

    /// <summary>What is wrong with an object, as paths and reasons.</summary>
    public IReadOnlyList<string> Check(string schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(Schema(schema + ".json"), value, schema, problems);
        return problems;
    }

    private JsonElement Schema(string file)
    {
        if (!files.TryGetValue(file, out var schema))
        {
            schema = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, file)));
            files.Add(file, schema);
        }

        return schema;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Check(Schema(keyword.Value.GetString()!), value, path, problems);
                    break;
                case "type" when !IsOfType(keyword.Value.GetString()!, value):
                    problems.Add($"{path}: {value.ValueKind} is no {keyword.Value}");
                    break;
                case "required":
                    problems.AddRange(keyword.Value.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _))
                        .Select(name => $"{path}: {name} is missing"));
                    break;
                case "properties":
                    foreach (var property in keyword.Value.EnumerateObject().Where(_ => value.ValueKind == JsonValueKind.Object))
                    {
                        if (value.TryGetProperty(property.Name, out var part))
                        {
                            Check(property.Value, part, $"{path}.{property.Name}", problems);
                        }
                    }

                    break;
                case "items":
                    foreach (var (index, item) in value.EnumerateArray().Index())
                    {
                        Check(keyword.Value, item, $"{path}[{index}]", problems);
                    }

                    break;
                case "enum" when !keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)):
                    problems.Add($"{path}: {value} is not one of {keyword.Value}");
                    break;
                case "format" when !HasFormat(keyword.Value.GetString()!, value.GetString()!):
                    problems.Add($"{path}: {value} is no {keyword.Value}");
                    break;
                case "type" or "enum" or "format":
                    break;
                default:
                    Assert.Contains(keyword.Name, Notes);
                    break;
            }
        }
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException($"The type {type}."),
    };

    private static bool HasFormat(string format, string value) => format switch
    {
        "uuid" => Guid.TryParseExact(value, "D", out _),
        "uri" => Uri.TryCreate(value, UriKind.Absolute, out var address) && value.All(char.IsAscii) && address.IsAbsoluteUri,
        "email" => System.Net.Mail.MailAddress.TryCreate(value, out var mail) && mail.Address == value,
        "date-time" => value.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _),
        _ => throw new NotSupportedException($"The format {format}."),
    };
}
