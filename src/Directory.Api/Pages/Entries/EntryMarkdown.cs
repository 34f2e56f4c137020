using System.Text;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Writes a page about an entry as Markdown (CommonMark): the same sections as in HTML, links to twins where there are any.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="origin">Scheme and host of the site.</param>
internal sealed class EntryMarkdown(PageLanguage language, string origin)
{
    /// <summary>The whole document.</summary>
    public string Write(EntryPage page)
    {
        var text = new StringBuilder();
        var address = origin + SitePaths.Canonical(EntryAddress.PathOf(page.Type, page.Slug)!, language);
        text.Append("# ").Append(Markdown.Line(page.Title)).Append("\n\n");
        text.Append(Markdown.Line(string.Join(" · ", page.Marks.Select(mark => mark.Text)))).Append("\n\n");
        text.Append(Write(Line.Join(" › ", page.Trail))).Append("\n\n");
        text.Append(language.Pick("Страница: ", "Page: ")).Append('<').Append(address).Append(">\n");
        foreach (var section in page.Sections)
        {
            text.Append("\n## ").Append(Markdown.Line(section.Title)).Append('\n');
            foreach (var block in section.Blocks)
            {
                text.Append('\n');
                Write(text, block);
            }
        }

        return text.ToString();
    }

    private void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Facts facts:
                WriteItems(text, facts.Items, fact => $"**{Markdown.Escape(fact.Label)}**: {string.Join("; ", fact.Lines.Select(Write))}");
                break;
            case Points points:
                WriteItems(text, points.Items, Write);
                break;
            case Cards cards:
                WriteItems(text, cards.Items, card => string.Join(" – ", card.Notes.Select(Write).Prepend(Write(card.Head)).Where(part => part.Length > 0)));
                break;
            case Prose prose:
                text.AppendJoin("\n\n", Paragraphs(prose.Text)).Append('\n');
                break;
            case Quotation quotation:
                text.AppendJoin("\n>\n", Paragraphs(quotation.Text).Select(paragraph => "> " + paragraph)).Append("\n>\n> — ").Append(Write(quotation.By)).Append('\n');
                break;
            case Heading heading:
                text.Append("### ").Append(Markdown.Line(heading.Text)).Append('\n');
                break;
            case Remark remark:
                text.Append(Write(remark.Line)).Append('\n');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A block that Markdown cannot write.");
        }
    }

    private static void WriteItems<T>(StringBuilder text, IEnumerable<T> items, Func<T, string> write)
    {
        foreach (var item in items)
        {
            text.Append("- ").Append(write(item)).Append('\n');
        }
    }

    private string Write(Line line) => Markdown.EscapeStart(string.Concat(line.Phrases.Select(Write)).Trim());

    private string Write(Phrase phrase) => phrase switch
    {
        { Path: { } path } => Markdown.Link(phrase.Text, origin + SitePaths.InLanguage(phrase.HasTwin ? path + ".md" : path, language)),
        { Address: { } address } => Markdown.Link(phrase.Text, address),
        _ => Markdown.Escape(phrase.Text),
    };

    private static IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Markdown.Line);
}
