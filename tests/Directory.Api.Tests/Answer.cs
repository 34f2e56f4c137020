using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CenterDirectory.Api.Tests;

/// <summary>What the server answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type of the body.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Statements">The SQL that was run for it, in order.</param>
public sealed record Answer(HttpStatusCode Status, string? MediaType, string Body, IReadOnlyList<string> Statements)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body as JSON.</summary>
    public JsonElement Json { get; } = Parse(Body);

    /// <summary>The data of an answer without errors.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.False(Json.TryGetProperty("errors", out _), Body);
            return Json.GetProperty("data");
        }
    }

    /// <summary>The code of the only error.</summary>
    public string ErrorCode => Json.GetProperty("errors").EnumerateArray().Single().GetProperty("extensions").GetProperty("code").GetString()!;

    /// <summary>The body with line breaks, for snapshots.</summary>
    public string Pretty => JsonSerializer.Serialize(Json, Readable) + "\n";

    /// <summary>The statements as one text, for snapshots.</summary>
    public string Sql => string.Concat(Statements.Select((text, index) => $"-- {index + 1}\n{text}\n\n"));

    /// <summary>A value of the data, by its path: <c>center.services.nodes.0.name</c>.</summary>
    public JsonElement At(string path)
    {
        var value = Data;
        foreach (var step in path.Split('.'))
        {
            value = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? value.EnumerateArray().ElementAt(index)
                : value.GetProperty(step);
        }

        return value;
    }

    private static JsonElement Parse(string body)
    {
        using var document = JsonDocument.Parse(body.Length == 0 ? "null" : body);
        return document.RootElement.Clone();
    }
}
