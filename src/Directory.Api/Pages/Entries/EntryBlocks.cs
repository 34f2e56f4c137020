using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Facts that several types state in the same way.</summary>
internal static class EntryBlocks
{
    /// <summary>Contacts, a line each: what to use it for stands behind it.</summary>
    public static IEnumerable<Line> Contacts(this EntryDraft page, IEnumerable<Contact> contacts) => contacts.Where(contact => contact.Value.Length > 0).Select(contact =>
        Line.Of(Phrase.Contact(contact), Phrase.Quiet(Purpose(page, contact) is { } purpose ? " – " + purpose : "")));

    /// <summary>An address, with the place on a map where it is known well enough to walk there.</summary>
    public static Fact? Address(this EntryDraft page, Address? address, string? text, GeoPoint? point)
    {
        var written = text ?? Written(address);
        var map = point is null or { Accuracy: GeoAccuracy.Locality } ? null : Phrase.Map(point, page.T("на карте", "on a map"));
        return (written, map) switch
        {
            (null, null) => null,
            (null, { } alone) => page.Fact("Место", "Place", alone),
            ({ } known, null) => page.Fact("Адрес", "Address", known),
            ({ } known, { } link) => page.Fact("Адрес", "Address", [Line.Of(Phrase.Of(known + " – "), link)]),
        };
    }

    /// <summary>The territory as a link, or the source's words for it.</summary>
    public static Fact? Place(this EntryDraft page, string russian, string english, Territory? territory, string? text) =>
        page.Cards.Place(territory, text) is { } line ? page.Fact(russian, english, [line]) : null;

    /// <summary>A number as its source qualifies it, with its words.</summary>
    public static Fact? Quantity(this EntryDraft page, string russian, string english, Quantity? quantity) => quantity is null ? null : page.Fact(russian, english, [Line.Of(
        Phrase.Of(QuantityWords.Of(page.Language, quantity)),
        quantity.Text is { } words ? Phrase.Quiet($" – {page.T("в источнике", "in the source")}: «{words}»") : null)]);

    /// <summary>Yes or no, where somebody said so.</summary>
    public static Fact? YesNo(this EntryDraft page, string russian, string english, bool? value) =>
        value is { } known ? page.Fact(russian, english, known ? page.T("да", "yes") : page.T("нет", "no")) : null;

    /// <summary>A web address.</summary>
    public static Fact? Web(this EntryDraft page, string russian, string english, Uri? address) =>
        address is null ? null : page.Fact(russian, english, Phrase.Link(address));

    /// <summary>How people call it besides its name.</summary>
    public static Fact? OtherNames(this EntryDraft page, string? shortName, IEnumerable<string> others)
    {
        var names = others.Prepend(shortName ?? "").Where(name => name.Length > 0).Distinct().ToList();
        return page.Fact("Другие названия", "Other names", names.Count == 0 ? null : string.Join("; ", names));
    }

    /// <summary>Words of a source in a row.</summary>
    public static Fact? Words(this EntryDraft page, string russian, string english, IReadOnlyCollection<string> words) =>
        page.Fact(russian, english, words.Count == 0 ? null : string.Join(", ", words));

    private static string? Purpose(EntryDraft page, Contact contact) =>
        contact.Label ?? (contact.Kind is ContactKind.Fax or ContactKind.Messenger or ContactKind.SocialNetwork ? Labels.Inner(page.Language, contact.Kind) : null);

    private static string? Written(Address? address)
    {
        if (address is null)
        {
            return null;
        }

        string?[] parts = [address.PostalCode, address.Region, address.District, address.Locality, address.Street, address.Building, address.Room];
        var text = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? null : text;
    }
}
