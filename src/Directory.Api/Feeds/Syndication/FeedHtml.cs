using System.Text.RegularExpressions;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Plain texts as HTML.</summary>
internal static partial class FeedHtml
{
    /// <summary>The lines of a text, empty ones left out; none of null.</summary>
    public static IEnumerable<string> Paragraphs(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>
    /// A title or name in RSS, which does not say whether such texts are HTML. Most readers take them for HTML, so what they would lose is escaped; all else
    /// stays plain, «A&amp;B» too.
    /// </summary>
    public static string? Line(string? text) => text is not null && Ambiguous().IsMatch(text) ? Html.Of($"{text}").Markup : text;

    [GeneratedRegex("<|&#?[0-9A-Za-z]+;", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}
