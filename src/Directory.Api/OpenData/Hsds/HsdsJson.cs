using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>Pieces that several objects of HSDS have.</summary>
internal static class HsdsJson
{
    /// <summary>Cyrillic stays readable.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Adds what is known; HSDS leaves the rest out.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null && value is not JsonArray { Count: 0 })
        {
            json[name] = value;
        }

        return json;
    }

    public static string? Email(IEnumerable<Contact> contacts) => contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Email)?.Value;

    public static JsonArray Phones(IEnumerable<Contact> contacts, string owner) =>
    [
        .. contacts.Where(contact => contact.Kind is ContactKind.Phone or ContactKind.Fax).Select((contact, index) => (JsonNode)new JsonObject
        {
            ["id"] = Id($"{owner}/phone/{index}"),
            ["number"] = contact.Value,
            ["type"] = contact.Kind == ContactKind.Fax ? "fax" : "voice",
        }.With("description", contact.Label)),
    ];

    /// <summary>All parts that HSDS requires; what is not known is empty. The words of the source stand in an extension.</summary>
    public static JsonArray Addresses(Address? parts, string? text, string? place, string owner)
    {
        if (parts is null && text is null)
        {
            return [];
        }

        string?[] lines = [parts?.Street, parts?.Building, parts?.Room];
        var line = string.Join(", ", lines.OfType<string>());
        return
        [
            new JsonObject
            {
                ["id"] = Id(owner + "/address"),
                ["address_1"] = line.Length > 0 ? line : parts is null ? text : "",
                ["city"] = parts?.Locality ?? "",
                ["state_province"] = parts?.Region ?? place ?? "",
                ["postal_code"] = parts?.PostalCode ?? "",
                ["country"] = parts?.Country ?? "RU",
                ["address_type"] = "physical",
            }.With("region", parts?.District).With("address_text", text),
        ];
    }

    public static JsonArray Schedules(IEnumerable<OpeningHours> hours, string owner) =>
    [
        .. hours.Select((row, index) => (JsonNode)new JsonObject { ["id"] = Id($"{owner}/schedule/{index}") }
            .With("freq", row.Weekdays.Count > 0 ? "WEEKLY" : null)
            .With("byday", row.Weekdays.Count > 0 ? string.Join(',', row.Weekdays.Select(day => Days[(int)day])) : null)
            .With("opens_at", row.OpensAt?.ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            .With("closes_at", row.ClosesAt?.ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            .With("valid_from", row.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .With("valid_to", row.ValidThrough?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .With("description", row.Text)),
    ];

    public static JsonArray Attributes(IEnumerable<Enum> values, string owner, string entity) =>
    [
        .. values.Select(HsdsTaxonomy.TermOf).Select(term => (JsonNode)new JsonObject
        {
            ["id"] = Id($"{owner}/attribute/{term.Id}"),
            ["link_type"] = term.Taxonomy.Type.Name,
            ["link_entity"] = entity,
            ["taxonomy_term_id"] = term.Id.ToString(),
            ["value"] = term.Code,
            ["taxonomy_term"] = term.ToJson(origin: null),
        }),
    ];

    /// <summary>With milliseconds, as the specification asks.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Id(string name) => HsdsId.Of(name).ToString();
}
