using System.Globalization;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>What several types of schema.org say in the same way.</summary>
/// <param name="cards">Names of entries.</param>
/// <param name="language">Language of the page.</param>
/// <param name="origin">Scheme and host of the site.</param>
internal sealed class LinkedTerms(EntryCards cards, PageLanguage language, string origin)
{
    /// <summary>An entry as the subject of its page.</summary>
    public JsonObject Subject(DirectoryEntry entry) => Subject(entry, SchemaTypes.Of(entry));

    /// <summary>An entry as the subject of its page.</summary>
    public JsonObject Subject(DirectoryEntry entry, string type) => Reference(entry, type)
        .With("mainEntityOfPage", origin + SitePaths.Canonical(PathOf(entry) ?? "/", language));

    /// <summary>An entry that is spoken of elsewhere.</summary>
    public JsonObject Reference(DirectoryEntry entry) => Reference(entry, SchemaTypes.Of(entry));

    /// <summary>An entry that may be absent.</summary>
    public JsonObject? Maybe(DirectoryEntry? entry) => entry is null ? null : Reference(entry);

    /// <summary>A territory, or what the source calls it.</summary>
    public JsonObject? Area(Territory? territory, string? text) =>
        string.IsNullOrWhiteSpace(text) || text == territory?.Name ? Maybe(territory)
        : JsonLd.Of("Place").With("name", text).With("containedInPlace", Maybe(territory));

    /// <summary>Text in the language of the page, Russian where nobody has translated it.</summary>
    public string? Text(string? russian, string? english) => language == PageLanguage.English ? english ?? russian : russian;

    /// <summary>An address in parts as far as they are known, else as it is written.</summary>
    public static JsonObject? Address(Address? address, string? text)
    {
        if (address is null)
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonLd.Of("PostalAddress").With("streetAddress", text);
        }

        var street = string.Join(", ", new[] { address.Street, address.Building, address.Room }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return JsonLd.Of("PostalAddress")
            .With("streetAddress", street)
            .With("addressLocality", address.Locality)
            .With("addressRegion", address.Region)
            .With("postalCode", address.PostalCode)
            .With("addressCountry", address.Country);
    }

    /// <summary>A point; one that is known to the town only is none.</summary>
    public static JsonObject? Point(GeoPoint? point) => point is null or { Accuracy: GeoAccuracy.Locality } ? null : JsonLd.Of("GeoCoordinates")
        .With("latitude", point.Latitude)
        .With("longitude", point.Longitude);

    /// <summary>Telephones, mailboxes and pages of an organization.</summary>
    public static JsonObject Contacts(JsonObject node, IReadOnlyList<Contact> contacts) => node
        .With("telephone", contacts.Where(contact => contact.Kind == ContactKind.Phone).Select(contact => contact.Value))
        .With("faxNumber", contacts.Where(contact => contact.Kind == ContactKind.Fax).Select(contact => contact.Value))
        .With("email", contacts.Where(contact => contact.Kind == ContactKind.Email).Select(contact => contact.Value))
        .With("sameAs", contacts.Where(contact => contact.Kind is ContactKind.SocialNetwork or ContactKind.Messenger)
            .Select(contact => Phrase.Contact(contact).Address).OfType<string>());

    /// <summary>A day, month or year that is known; anything vaguer is no date of schema.org.</summary>
    public static string? Date(FuzzyDate? date) => date is null ? null : Words.DateWords.Machine(date);

    /// <summary>First and last known date of a time, for properties that come in pairs.</summary>
    public static (string? Start, string? End) Span(FuzzyDate? date)
    {
        if (date is null || !date.IsInterval)
        {
            return (Date(date), null);
        }

        var slash = date.Value.IndexOf('/', StringComparison.Ordinal);
        return (End(date.Value[..slash]), End(date.Value[(slash + 1)..]));

        static string? End(string text) => text.Length == 0 || text.AsSpan().ContainsAny("X~?%.") ? null : text;
    }

    /// <summary>A number with its comparator: a bound is a bound here too.</summary>
    public static JsonObject Quantity(Quantity quantity)
    {
        var node = JsonLd.Of("QuantitativeValue");
        node = quantity.Comparator switch
        {
            Comparator.Exact => node.With("value", quantity.Value),
            Comparator.MoreThan or Comparator.AtLeast => node.With("minValue", quantity.Value),
            Comparator.LessThan or Comparator.AtMost => node.With("maxValue", quantity.Value),
            Comparator.About => node.With("description", "≈ " + quantity.Value.ToString("0.##", CultureInfo.InvariantCulture)),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity.Comparator, "A comparator without a form."),
        };
        return node.With("unitText", quantity.Unit);
    }

    /// <summary>A web address; nothing that is none.</summary>
    public static string? Web(Uri? address) => Phrase.Link(address).Address;

    private JsonObject Reference(DirectoryEntry entry, string type)
    {
        var node = JsonLd.Of(type);
        if (PathOf(entry) is { } path)
        {
            node["@id"] = origin + path;
        }

        return node.With("name", cards.Name(entry));
    }

    private static string? PathOf(DirectoryEntry entry) => EntryAddress.PathOf(entry.GetType().Name, entry.Slug);
}
