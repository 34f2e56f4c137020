using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Hsds;

/// <summary>An object and the ones around it, which say what it leaves out: an organization need not repeat its id in its services.</summary>
internal sealed record HsdsObject(JsonElement Json, string? OrganizationId, string? ServiceId, string? LocationId)
{
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

    private JsonElement FirstAddress()
    {
        var locations = Items(Json, "locations").Concat(Items(Json, "service_at_locations").Select(item => item.TryGetProperty("location", out var place) ? place : default));
        return new[] { Json }.Concat(locations).SelectMany(place => Items(place, "addresses")).FirstOrDefault();
    }

    /// <summary>The first telephone of the object itself: those of its contacts are persons'.</summary>
    public string? Phone() => Items(Json, "phones").Select(phone => Text(phone, "number")?.Trim('"', ' ')).FirstOrDefault(number => number is { Length: > 0 });

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
