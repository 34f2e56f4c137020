using System.Globalization;

namespace CenterDirectory.Api.Pages;

/// <summary>Pieces that several sections need.</summary>
internal static class PageParts
{
    /// <summary>A block of code; long lines scroll inside it, by keyboard too, so it has a name and takes the focus.</summary>
    public static Html Code(string label, string text) =>
        Html.Of($"""<pre tabindex="0" role="region" aria-label="{label}"><code>{text}</code></pre>""");

    /// <summary>An instant for people and for machines.</summary>
    public static Html Time(PageLanguage language, DateTime instant) =>
        Html.Of($"""<time datetime="{instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{language.Time(instant)}</time>""");

    /// <summary>A link, if the address is one of the web: what a manifest calls an address may be anything.</summary>
    public static Html Link(Uri? address, string text) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? Html.Of($"""<a href="{address.AbsoluteUri}">{text}</a>""") : Html.Of($"{text}");
}
