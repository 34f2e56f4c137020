using System.Text.Json;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Entries.LinkedData;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Writes a page about an entry as HTML.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="origin">Scheme and host of the site.</param>
internal sealed class EntryHtml(PageLanguage language, string origin)
{
    private const int ContentsFrom = 4;

    /// <summary>The whole page.</summary>
    public Html Write(EntryPage page)
    {
        var path = EntryAddress.PathOf(page.Type, page.Slug)!;
        return PageLayout.Render(
            language, $"{page.Title} – CenterDirectory", Head(page, path), PageLayout.Languages(language, path), Html.Of($"""
                {Trail(page)}
                <article class="entry">
                <header class="entry-head">
                <p class="marks">{Html.Each(page.Marks, mark => Html.Of($"""<span class="mark {ClassOf(mark.Tone)}">{mark.Text}</span>"""))}</p>
                <h1{Tongue(page.Title)}>{page.Title}</h1>
                {Contents(page)}
                </header>
                {Sections(page.Sections)}
                </article>
                """));
    }

    /// <summary>The sections alone, for pages that put more around them.</summary>
    public Html Sections(IEnumerable<Section> sections) => Html.Each(sections, section => Html.Of($"""
        <section aria-labelledby="{section.Key}">
        <h2 id="{section.Key}">{section.Title}</h2>
        {Blocks(section.Blocks)}
        </section>
        """));

    /// <summary>Blocks without a section around them.</summary>
    public Html Blocks(IEnumerable<Block> blocks) => Html.Each(blocks, WriteBlock);

    private Html Head(EntryPage page, string path)
    {
        var head = new PageHead(language, origin)
        {
            Path = path,
            Title = page.Title,
            Description = page.Summary,
            Kind = page.Type == Data.Values.EntryType.NewsItem ? "article" : "website",
        };
        var data = JsonSerializer.Serialize(page.Data, LinkedDataWriter.Options);
        return Html.Of($"""
            {head.Render()}
            <link rel="alternate" type="text/markdown" href="{path}.md?lang={language.Code}" title="Markdown">
            {Html.Each(page.Feeds, feed => Html.Of($"""<link rel="alternate" type="{feed.MediaType}" href="{WithLanguage(feed.Path)}" title="{feed.Title}">"""))}
            <script type="application/ld+json">{new Html(data)}</script>
            """);
    }

    private Html Trail(EntryPage page) => Html.Of($"""
        <nav class="trail" aria-label="{language.Pick("Где вы", "Where you are")}">
        <ol>
        {Html.Each(page.Trail, step => Html.Of($"<li>{Write(step)}</li>"))}
        </ol>
        </nav>
        """);

    private Html Contents(EntryPage page) => page.Sections.Count < ContentsFrom ? Html.Nothing : Html.Of($"""
        <nav class="contents" aria-label="{language.Pick("На этой странице", "On this page")}">
        <ul>
        {Html.Each(page.Sections, section => Html.Of($"""<li><a href="#{section.Key}">{section.Title}</a></li>"""))}
        </ul>
        </nav>
        """);

    private Html WriteBlock(Block block) => block switch
    {
        Facts facts => Html.Of($"""
            <dl class="fields">
            {Html.Each(facts.Items, Write)}
            </dl>
            """),
        Prose prose => Html.Each(Paragraphs(prose.Text), paragraph => Html.Of($"<p{Tongue(paragraph)}>{paragraph}</p>")),
        Points points => Html.Of($"""
            <ul class="points">
            {Html.Each(points.Items, item => Html.Of($"<li>{Write(item)}</li>"))}
            </ul>
            """),
        Cards cards => Html.Of($"""
            <ul class="cards">
            {Html.Each(cards.Items, Write)}
            </ul>
            """),
        Quotation quotation => Html.Of($"""
            <figure class="quotation">
            <blockquote{Tongue(quotation.Text)}>{Html.Each(Paragraphs(quotation.Text), paragraph => Html.Of($"<p>{paragraph}</p>"))}</blockquote>
            <figcaption>{Write(quotation.By)}</figcaption>
            </figure>
            """),
        Heading heading => Html.Of($"<h3>{heading.Text}</h3>"),
        Remark remark => Html.Of($"""<p class="remark">{Write(remark.Line)}</p>"""),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block that HTML cannot write."),
    };

    private Html Write(Fact fact) => Html.Of($"""
        <div><dt>{fact.Label}</dt>{Html.Each(fact.Lines, line => Html.Of($"<dd>{Write(line)}</dd>"))}</div>
        """);

    private Html Write(Card card) => Html.Of($"""
        <li><span class="title">{Write(card.Head)}</span>{Html.Each(card.Notes, note => Html.Of($"""<span class="about">{Write(note)}</span>"""))}</li>
        """);

    private Html Write(Line line) => new(string.Concat(line.Phrases.Select(phrase => Write(phrase).Markup)));

    private Html Write(Phrase phrase)
    {
        var text = phrase.IsQuiet ? Html.Of($"""<span class="quiet">{phrase.Text}</span>""") : Html.Of($"{phrase.Text}");
        return phrase switch
        {
            { Path: { } path } => Html.Of($"""<a href="{WithLanguage(path)}"{Tongue(phrase.Text)}>{text}</a>"""),
            { Address: { } address } => Html.Of($"""<a href="{address}"{Tongue(phrase.Text)}>{text}</a>"""),
            { Machine: { } machine } => Html.Of($"""<time datetime="{machine}">{text}</time>"""),
            _ when IsForeign(phrase.Text) => Html.Of($"""<span lang="ru">{text}</span>"""),
            _ => text,
        };
    }

    private string WithLanguage(string path) => SitePaths.InLanguage(path, language);

    private Html Tongue(string text) => IsForeign(text) ? new Html(" lang=\"ru\"") : Html.Nothing;

    /// <summary>Sources speak Russian where nobody has translated them: a voice that reads an English page aloud must know.</summary>
    private bool IsForeign(string text) => language == PageLanguage.English && text.Any(symbol => symbol is >= '\u0400' and <= '\u04FF');

    private static IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string ClassOf(Tone tone) => tone switch
    {
        Tone.Plain => "plain",
        Tone.Good => "good",
        Tone.Bad => "bad",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone without a look."),
    };
}
