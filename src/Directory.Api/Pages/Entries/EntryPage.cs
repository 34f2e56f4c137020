using System.Text.Json.Nodes;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Everything that is said about one entry, once: HTML, Markdown and the data for search engines are written from it.</summary>
internal sealed record EntryPage
{
    /// <summary>Type of the entry.</summary>
    public required EntryType Type { get; init; }

    /// <summary>Its slug: the page may have been asked for by an earlier one.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, and how it stands, in a word or two each.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>The way to it from above, itself not included.</summary>
    public required IReadOnlyList<Phrase> Trail { get; init; }

    /// <summary>A sentence or two for lists of search results.</summary>
    public required string Summary { get; init; }

    /// <summary>What is said.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The entry in the words of schema.org.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>When a field of it last changed.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Feeds about it, as links of the head.</summary>
    public IReadOnlyList<PageFeed> Feeds { get; init; } = [];
}

/// <summary>A word that stands beside the name.</summary>
/// <param name="Text">The word.</param>
/// <param name="Tone">Whether it is good or bad news, or none.</param>
internal sealed record Mark(string Text, Tone Tone = Tone.Plain);

/// <summary>How a mark looks.</summary>
internal enum Tone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>It works, it takes place.</summary>
    Good,

    /// <summary>It does not.</summary>
    Bad,
}

/// <summary>A feed about an entry.</summary>
/// <param name="Path">Its address.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Title">Its title.</param>
internal sealed record PageFeed(string Path, string MediaType, string Title);

/// <summary>A part of a page under a heading.</summary>
/// <param name="Key">Names it in addresses: <c>#services</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands under it.</param>
internal sealed record Section(string Key, string Title, IReadOnlyList<Block> Blocks);

/// <summary>A piece of a section.</summary>
internal abstract record Block;

/// <summary>Names with values.</summary>
internal sealed record Facts(IReadOnlyList<Fact> Items) : Block;

/// <summary>A name with its values, a line each.</summary>
internal sealed record Fact(string Label, IReadOnlyList<Line> Lines);

/// <summary>Text of a source; its line breaks begin paragraphs.</summary>
internal sealed record Prose(string Text) : Block;

/// <summary>A list of lines.</summary>
internal sealed record Points(IReadOnlyList<Line> Items) : Block;

/// <summary>A list of things that have pages or could have.</summary>
internal sealed record Cards(IReadOnlyList<Card> Items) : Block;

/// <summary>One of them.</summary>
/// <param name="Head">Its name.</param>
/// <param name="Notes">What else is said, a line each.</param>
internal sealed record Card(Line Head, IReadOnlyList<Line> Notes);

/// <summary>Words of somebody.</summary>
internal sealed record Quotation(string Text, Line By) : Block;

/// <summary>A heading within a section.</summary>
internal sealed record Heading(string Text) : Block;

/// <summary>A line of our own words.</summary>
internal sealed record Remark(Line Line) : Block;

/// <summary>Phrases that stand beside each other, as they are.</summary>
internal sealed record Line(IReadOnlyList<Phrase> Phrases)
{
    /// <summary>Phrases as they are.</summary>
    public static Line Of(params IEnumerable<Phrase?> phrases) => new([.. phrases.OfType<Phrase>()]);

    /// <summary>One word after the other.</summary>
    public static implicit operator Line(string text) => new([Phrase.Of(text)]);

    /// <summary>One phrase.</summary>
    public static implicit operator Line(Phrase phrase) => new([phrase]);

    /// <summary>Phrases with a separator between them.</summary>
    public static Line Join(string separator, IEnumerable<Phrase?> phrases) =>
        new([.. phrases.OfType<Phrase>().SelectMany((phrase, index) => index == 0 ? [phrase] : new[] { Phrase.Of(separator), phrase })]);
}
