using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>The same facts for machines that read pages, in the words of schema.org.</summary>
internal static class TwinJsonLd
{
    // Keeps letters, escapes whatever could end the element that it stands in.
    private static readonly JsonSerializerOptions InHtml = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Html Centers(IReadOnlyList<CenterItem> centers, string origin) => List(centers.Select(center => Describe(center, origin)));

    public static Html Events(IReadOnlyList<OccurrenceItem> events, string origin) => List(events.Select(item => Describe(item, origin)));

    public static Html Center(CenterItem center, string origin)
    {
        var facts = Describe(center, origin);
        facts.Insert(0, "@context", "https://schema.org");
        return Script(facts);
    }

    private static Html List(IEnumerable<JsonObject> items)
    {
        JsonNode[] elements = [.. items.Select((item, index) => new JsonObject { ["@type"] = "ListItem", ["position"] = index + 1, ["item"] = item })];
        return elements.Length == 0
            ? Html.Nothing
            : Script(new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "ItemList", ["itemListElement"] = new JsonArray(elements) });
    }

    private static JsonObject Describe(CenterItem center, string origin)
    {
        var address = $"{origin}/centers/{Uri.EscapeDataString(center.Slug)}";
        var facts = new JsonObject { ["@type"] = "NGO", ["@id"] = address, ["name"] = center.DisplayName, ["url"] = center.Website?.OriginalString ?? address };
        Add(facts, "description", center.Description);
        Add(facts, "address", center.AddressText);
        Add(facts, "areaServed", center.Territory?.DisplayName);
        Add(facts, "telephone", center.Contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Phone)?.Value);
        Add(facts, "email", center.Contacts.FirstOrDefault(contact => contact.Kind == ContactKind.Email)?.Value);
        return facts;
    }

    private static JsonObject Describe(OccurrenceItem item, string origin)
    {
        var address = $"{origin}/events/{Uri.EscapeDataString(item.Event.Slug)}";
        var facts = new JsonObject
        {
            ["@type"] = "Event",
            ["@id"] = address,
            ["name"] = item.Event.DisplayName,
            ["startDate"] = item.StartsAt is { } start ? $"{start:yyyy-MM-ddTHH:mm:ssZ}" : $"{item.StartsOn:yyyy-MM-dd}",
            ["endDate"] = item.EndsAt is { } end ? $"{end:yyyy-MM-ddTHH:mm:ssZ}" : $"{item.EndsOn:yyyy-MM-dd}",
            ["eventStatus"] = item.Status switch
            {
                EventStatus.Cancelled => "https://schema.org/EventCancelled",
                EventStatus.Postponed => "https://schema.org/EventPostponed",
                _ => "https://schema.org/EventScheduled",
            },
            ["url"] = item.Event.Url?.OriginalString ?? address,
        };
        var place = string.Join(", ", new[] { item.Event.Venue, item.Event.AddressText, item.Event.Territory?.DisplayName }.Where(part => part is not null));
        if (place.Length > 0)
        {
            facts["location"] = new JsonObject { ["@type"] = "Place", ["name"] = item.Event.Venue ?? place, ["address"] = place };
        }

        return facts;
    }

    private static void Add(JsonObject facts, string name, string? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }

    private static Html Script(JsonObject facts) => new($"<script type=\"application/ld+json\">{facts.ToJsonString(InHtml)}</script>");
}
