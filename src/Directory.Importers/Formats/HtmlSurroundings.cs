using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace CenterDirectory.Importers.Formats;

/// <summary>Blocks whose class or id says that they belong to the site and not to the article: share buttons, related articles, comments, notes about cookies.</summary>
internal sealed class HtmlSurroundings
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal) { "div", "section", "ul", "ol", "p", "span", "header", "footer", "table" };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "share", "sharing", "social", "socials", "share2", "likely", "related", "recommended", "recommend", "subscribe", "subscription", "cookie", "cookies", "login",
        "auth", "comments", "disqus", "vote", "voting", "rating", "breadcrumb", "breadcrumbs", "pagination", "banner", "advert", "adv", "promo", "popup", "newsletter",
        "tags", "readmore", "seealso", "menu", "navbar",
    };

    private string? name;
    private int depth;

    /// <summary>Whether such a block was never closed.</summary>
    public bool IsOpen => name is not null;

    /// <summary>Whether a token belongs to such a block.</summary>
    public bool Hide(HtmlToken token)
    {
        if (name is null)
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag, IsSelfClosing: false } tag && Containers.Contains(tag.Name) && IsOfSite(tag))
            {
                (name, depth) = (tag.Name, 1);
            }

            return name is not null;
        }

        if (token.Name == name)
        {
            depth += token.Type == HtmlTokenType.StartTag ? 1 : token.Type == HtmlTokenType.EndTag ? -1 : 0;
            name = depth > 0 ? name : null;
        }

        return true;
    }

    private static bool IsOfSite(HtmlTagToken tag) => Says(tag.GetAttribute("class")) || Says(tag.GetAttribute("id"));

    private static bool Says(string? names) =>
        names is { Length: > 0 } && names.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Any(Words.Contains);
}
