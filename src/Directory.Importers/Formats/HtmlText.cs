using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using CenterDirectory.Importers.Formats.Articles;

namespace CenterDirectory.Importers.Formats;

/// <summary>
/// The plain text of HTML inside of feeds: tags and scripts go, blocks become lines. Only the tokens are read, no tree is built,
/// so that no nesting, however deep or crooked, costs more than its length.
/// </summary>
internal static partial class HtmlText
{
    /// <summary>Longer texts are cut: an article has some ten thousand characters.</summary>
    public const int MaxLength = 100_000;

    private const int MaxInput = 1_000_000;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul");

    // What they hold is not said to a reader, or belongs to the site around the article.
    private static readonly FrozenDictionary<string, HtmlParseMode> Unread = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
        ["noscript"] = HtmlParseMode.PCData,
        ["template"] = HtmlParseMode.PCData,
        ["svg"] = HtmlParseMode.PCData,
        ["math"] = HtmlParseMode.PCData,
        ["form"] = HtmlParseMode.PCData,
        ["button"] = HtmlParseMode.PCData,
        ["select"] = HtmlParseMode.PCData,
        ["object"] = HtmlParseMode.PCData,
        ["nav"] = HtmlParseMode.PCData,
        ["aside"] = HtmlParseMode.PCData,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Paragraphs as lines; what sites hang below an article is cut off.</summary>
    public static string Paragraphs(string html) => PlainText.Tidy(Boilerplate.Cut(Strip(html)), MaxLength);

    /// <summary>
    /// Prose of a format that does not say whether it is HTML. Some programs put HTML there; the line breaks beside its tags are
    /// then meant all the same.
    /// </summary>
    public static string Prose(string text) => Markup().IsMatch(text)
        ? Paragraphs(text.Replace("\n", "<br>", StringComparison.Ordinal))
        : PlainText.Tidy(Boilerplate.Cut(text), MaxLength);

    /// <summary>The same of a title: a lone «&lt;» in it is text.</summary>
    public static string ProseLine(string text) => Markup().IsMatch(text) ? Line(text) : PlainText.OneLine(text);

    /// <summary>Everything in one line, as of a title.</summary>
    public static string Line(string html) => PlainText.OneLine(Strip(html));

    private static string Strip(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            return CellText.Collapse(html);
        }

        html = html.Length > MaxInput ? html[..MaxInput] : html;
        // Where a block of the site is never closed, the article stands in it.
        return Strip(html, new HtmlSurroundings()) ?? Strip(html, null)!;
    }

    private static string? Strip(string html, HtmlSurroundings? surroundings)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var text = new HtmlLines(html.Length);
        string? unread = null;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (unread is not null)
            {
                unread = token.Type == HtmlTokenType.EndTag && token.Name == unread ? null : unread;
                continue;
            }

            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag, IsSelfClosing: false } tag && Unread.TryGetValue(tag.Name, out var mode))
            {
                unread = tag.Name;
                tokens.State = mode;
            }
            else if (surroundings?.Hide(token) != true)
            {
                Take(text, token);
            }
        }

        return surroundings?.IsOpen == true ? null : text.Finish();
    }

    private static void Take(HtmlLines text, HtmlToken token)
    {
        switch (token)
        {
            case { Type: HtmlTokenType.Character }:
                text.Append(token.Data);
                break;
            case { Type: HtmlTokenType.StartTag or HtmlTokenType.EndTag, Name: "a" }:
                text.IsLink = token.Type == HtmlTokenType.StartTag;
                break;
            case { Type: HtmlTokenType.StartTag or HtmlTokenType.EndTag } when Blocks.Contains(token.Name):
                text.Break();
                break;
            case { Type: HtmlTokenType.StartTag, Name: "td" or "th" }:
                text.Append(" ");
                break;
            default:
                // Comments, and tags that only tell how a word looks.
                break;
        }
    }

    /// <summary>An end tag, a line break, or a whole reference to a character: a lone «&amp;» or «&lt;» is text.</summary>
    [GeneratedRegex("</|<br|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
