using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>
/// A few words that may be a link. Only the methods below make links, and they take nothing but addresses of the web, telephone numbers and
/// mailboxes: whatever a source calls an address, <c>javascript:</c> among it, stays words.
/// </summary>
internal sealed class Phrase
{
    private Phrase(string text) => Text = text;

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Where on this site the link leads, path and perhaps query.</summary>
    public string? Path { get; private init; }

    /// <summary>Whether that page has a twin in Markdown.</summary>
    public bool HasTwin { get; private init; }

    /// <summary>Where else the link leads.</summary>
    public string? Address { get; private init; }

    /// <summary>The same moment for machines, as HTML's <c>time</c> takes it.</summary>
    public string? Machine { get; private init; }

    /// <summary>Whether they stand back behind the words before them.</summary>
    public bool IsQuiet { get; private init; }

    /// <summary>Words alone.</summary>
    public static Phrase Of(string text) => new(text);

    /// <summary>Words that only explain.</summary>
    public static Phrase Quiet(string text) => new(text) { IsQuiet = true };

    /// <summary>A moment.</summary>
    public static Phrase At(string text, string? machine) => new(text) { Machine = machine };

    /// <summary>A link to the page of an entry.</summary>
    public static Phrase To(EntryType type, string slug, string text) => new(text) { Path = EntryAddress.PathOf(type, slug), HasTwin = true };

    /// <summary>A link to a page of this site.</summary>
    public static Phrase To(string path, string text) => new(text) { Path = path };

    /// <summary>A link to the web, if the address is one of the web.</summary>
    public static Phrase Link(Uri? address, string? text = null) =>
        new(text ?? (address is null ? "" : Readable(address))) { Address = IsWeb(address) ? address!.AbsoluteUri : null };

    /// <summary>A way to reach somebody: a telephone number, a mailbox, a page.</summary>
    public static Phrase Contact(Contact contact) => 
        new(contact.Kind is ContactKind.Phone or ContactKind.Fax ? Words.PhoneWords.Of(contact.Value) : contact.Value) { Address = Reach(contact) };

    /// <summary>A place on a map: the geo scheme opens the reader's own, but hardly a browser knows it.</summary>
    public static Phrase Map(GeoPoint point, string text)
    {
        var (latitude, longitude) = (Degrees(point.Latitude), Degrees(point.Longitude));
        return new Phrase(text) { Address = $"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}" };
    }

    private static string? Reach(Contact contact) => contact.Kind switch
    {
        ContactKind.Phone when contact.Value.Any(char.IsAsciiDigit) => "tel:" + string.Concat(contact.Value.Where(symbol => char.IsAsciiDigit(symbol) || symbol == '+')),
        ContactKind.Email when IsMailbox(contact.Value) => "mailto:" + Uri.EscapeDataString(contact.Value).Replace("%40", "@", StringComparison.Ordinal),
        _ => IsWeb(contact.Url) ? contact.Url!.AbsoluteUri : null,
    };

    private static bool IsMailbox(string value) =>
        value.Count(symbol => symbol == '@') == 1 && value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1
        && !value.Any(symbol => char.IsWhiteSpace(symbol) || char.IsControl(symbol));

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    /// <summary>The address without what every address has.</summary>
    private static string Readable(Uri address)
    {
        if (!IsWeb(address))
        {
            return address.OriginalString;
        }

        var text = address.GetComponents(UriComponents.Host | UriComponents.PathAndQuery, UriFormat.SafeUnescaped).TrimEnd('/');
        return text.Length <= 60 ? text : address.IdnHost + "/…";
    }

    private static string Degrees(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
