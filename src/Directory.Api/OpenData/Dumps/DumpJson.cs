using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>How values stand in a dump: as GraphQL writes them. Cyrillic stays readable, the files are never pasted into HTML.</summary>
internal static class DumpJson
{
    /// <summary>The columns' JSON, but enum values in the spelling of GraphQL.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>For lines: without white space.</summary>
    public static readonly JsonWriterOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary><c>MediaPromotion</c> → <c>MEDIA_PROMOTION</c>.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <summary>A single value as a cell of CSV.</summary>
    public static string TextOf(object value) => value switch
    {
        string text => text,
        Enum member => NameOf(member),
        bool flag => flag ? "true" : "false",
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        FuzzyDate date => date.Value,
        Ogrn ogrn => ogrn.Value,
        Inn inn => inn.Value,
        Oktmo oktmo => oktmo.Value,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is no single value: teach DumpJson."),
    };

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(DirectoryJson.Options);
        options.Converters.Remove(options.Converters.OfType<JsonStringEnumConverter>().Single());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
