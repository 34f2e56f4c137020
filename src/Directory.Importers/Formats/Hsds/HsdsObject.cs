using System.Text.Json;
using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>An object and the ones around it, which say what it leaves out: an organization need not repeat its id in its services.</summary>
internal sealed record HsdsObject(JsonElement Json, string? OrganizationId, string? ServiceId, string? LocationId)
{
    private static readonly Dictionary<string, string> Days = new()
    {
        ["MO"] = "пн", ["TU"] = "вт", ["WE"] = "ср", ["TH"] = "чт", ["FR"] = "пт", ["SA"] = "сб", ["SU"] = "вс",
    };

    private static readonly string[] AddressLines = ["postal_code", "country", "state_province", "region", "city", "address_1", "address_2"];

    /// <summary>The property as text; null if it is absent, empty or no single value.</summary>
    public string? Text(string name) => Text(Json, name);

    /// <summary>The property as paragraphs of plain text: publishers copy HTML into what people read, but not into ids and addresses.</summary>
    public string? Prose(string name) => Text(name) is { } text && HtmlText.Prose(text) is { Length: > 0 } prose ? prose : null;

    /// <summary>The property, or that of the object which stands here under the other name.</summary>
    public string? Reference(string property, string item, string? around) =>
        Text(property) ?? (Json.TryGetProperty(item, out var other) ? Text(other, "id") : null) ?? around;

    /// <summary>Of the objects of a list one property, a line each, without repetitions.</summary>
    public string Lines(string list, string property) => string.Join('\n', Items(Json, list)
        .Select(item => Text(item, property)).OfType<string>().Select(text => PlainText.OneLine(HtmlText.Prose(text))).Where(text => text.Length > 0).Distinct());

    /// <summary>Postal lines of the first address, of the object itself or of its first location.</summary>
    public string? Address()
    {
        var address = FirstAddress();
        if (Text(address, "address_text") is { } words)
        {
            return words;
        }

        var lines = AddressLines.Select(name => Text(address, name));
        return string.Join(", ", lines.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    /// <summary>One line of that address.</summary>
    public string? AddressPart(string name) => Text(FirstAddress(), name);

    /// <summary>What the only option costs, with its currency: a sum without one could be of any.</summary>
    public string? Cost() =>
        Items(Json, "cost_options").ToList() is [var option] && Text(option, "amount") is { } amount && Text(option, "currency") is { } currency
            ? $"{amount} {currency}"
            : null;

    private JsonElement FirstAddress() => new[] { Json }.Concat(Locations()).SelectMany(place => Items(place, "addresses")).FirstOrDefault();

    private JsonElement FirstLocation() => Locations().FirstOrDefault();

    private IEnumerable<JsonElement> Locations() =>
        Items(Json, "locations").Concat(Items(Json, "service_at_locations").Select(item => item.TryGetProperty("location", out var place) ? place : default));

    /// <summary>A telephone of the object itself, the first unless told: those of its contacts are persons'.</summary>
    public string? Phone(int number = 1) => Items(Json, "phones").Where(phone => Text(phone, "type") != "fax")
        .Select(phone => Text(phone, "number")?.Trim('"', ' ')).Where(text => text is { Length: > 0 }).ElementAtOrDefault(number - 1);

    /// <summary>A property of the first location.</summary>
    public string? LocationPart(string name) => Text(FirstLocation(), name);

    /// <summary>The identifier of a scheme.</summary>
    public string? Identifier(string scheme) => Items(Json, "organization_identifiers")
        .Where(item => Text(item, "identifier_scheme") == scheme).Select(item => Text(item, "identifier")).FirstOrDefault();

    /// <summary>Codes of the terms of a taxonomy by which the object is classified.</summary>
    public string Coded(string taxonomy) => string.Join('\n', Items(Json, "attributes")
        .Where(item => item.TryGetProperty("taxonomy_term", out var term) && Text(term, "taxonomy") == taxonomy)
        .Select(item => Text(item, "value")).OfType<string>());

    /// <summary>Who provides a service: an object of ours names them, or nobody; any other has its organization for that.</summary>
    public string? Provider() =>
        Text("center_id") is not null || Text("provider_id") is not null ? Text("provider_id") : Reference("organization_id", "organization", OrganizationId);

    /// <summary>When the first location is open, in the words that opening hours are read from.</summary>
    public string Hours() => string.Join('\n', Items(FirstLocation(), "schedules").Select(HoursOf).OfType<string>());

    private static string? HoursOf(JsonElement schedule)
    {
        var (days, opens, closes) = (Text(schedule, "byday"), Text(schedule, "opens_at"), Text(schedule, "closes_at"));
        // Words that say as much are what people wrote.
        var words = Text(schedule, "description");
        return (words is not null && OpeningHoursText.TryRead(words, out _)) || days is null || opens is not { Length: >= 5 } || closes is not { Length: >= 5 }
            ? words
            : $"{string.Join(", ", days.Split(',').Select(day => Days.GetValueOrDefault(day.Trim(), day)))} {opens[..5]}-{closes[..5]}";
    }

    public static IEnumerable<JsonElement> Items(JsonElement item, string list) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object)
            : [];

    public static string? Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String when CellText.Trim(value.GetString()!) is { Length: > 0 } text => text,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
