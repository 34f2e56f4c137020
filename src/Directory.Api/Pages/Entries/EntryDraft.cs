using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>A page in the making. What nobody said leaves no trace: blocks without content and sections without blocks are not written.</summary>
/// <param name="reading">What it is read from.</param>
/// <param name="type">Type of the entry.</param>
/// <param name="entry">The entry.</param>
internal sealed class EntryDraft(EntryReading reading, EntryType type, DirectoryEntry entry)
{
    private const int SummaryLength = 200;

    private readonly List<Mark> marks = [new(Labels.Of(reading.Language, type))];
    private readonly List<Section> sections = [];

    /// <summary>What it is read from.</summary>
    public EntryReading Reading => reading;

    /// <summary>Language of the page.</summary>
    public PageLanguage Language => reading.Language;

    /// <summary>How related entries are shown.</summary>
    public EntryCards Cards { get; } = new(reading.Language, reading.Day);

    /// <summary>What search results say of it; the kind and the name if nobody described it.</summary>
    public string? Summary { get; set; }

    /// <summary>The way to it from above.</summary>
    public IReadOnlyList<Phrase> Trail { get; set; } = [];

    /// <summary>Feeds about it.</summary>
    public IReadOnlyList<PageFeed> Feeds { get; set; } = [];

    /// <summary>The text of the language.</summary>
    public string T(string russian, string english) => Language.Pick(russian, english);

    /// <summary>The text of the language, Russian where nobody has translated it.</summary>
    public string? Text(string? russian, string? english) => Language == PageLanguage.English ? english ?? russian : russian;

    /// <summary>Puts a word beside the name.</summary>
    public void Mark(Enum value, Tone tone = Tone.Plain) => marks.Add(new Mark(Labels.Of(Language, value), tone));

    /// <summary>Adds a section, if there is anything in it.</summary>
    public void Section(string key, string russian, string english, params IEnumerable<Block?> blocks)
    {
        Block[] present = [.. blocks.OfType<Block>()];
        if (present.Length > 0)
        {
            sections.Add(new Section(key, T(russian, english), present));
        }
    }

    /// <summary>A name with a value; null without the value.</summary>
    public Fact? Fact(string russian, string english, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new Fact(T(russian, english), [value]);

    /// <summary>A name with a value; null without the value.</summary>
    public Fact? Fact(string russian, string english, Phrase? value) => value is null ? null : new Fact(T(russian, english), [value]);

    /// <summary>A name with values, a line each; null without any.</summary>
    public Fact? Fact(string russian, string english, IEnumerable<Line> lines) =>
        lines.Where(line => line.Phrases.Count > 0).ToArray() is { Length: > 0 } present ? new Fact(T(russian, english), present) : null;

    /// <summary>A name with terms of a vocabulary; null without any.</summary>
    public Fact? Fact<TEnum>(string russian, string english, IReadOnlyCollection<TEnum> values)
        where TEnum : struct, Enum =>
        values.Count == 0 ? null : Fact(russian, english, Labels.List(Language, values));

    /// <summary>A name with a term of a vocabulary; null without it.</summary>
    public Fact? Fact(string russian, string english, Enum? value) => value is null ? null : Fact(russian, english, Labels.Of(Language, value));

    /// <summary>A name with a date; null without it.</summary>
    public Fact? Fact(string russian, string english, FuzzyDate? date) =>
        date is null ? null : Fact(russian, english, Phrase.At(DateWords.Of(Language, date), DateWords.Machine(date)));

    /// <summary>A name with an entry; null without it.</summary>
    public Fact? Fact(string russian, string english, DirectoryEntry? other) => other is null ? null : Fact(russian, english, Cards.Link(other));

    /// <summary>Text; null if there is none.</summary>
    public Block? Prose(string? russian, string? english = null) =>
        Text(russian, english) is { } text && !string.IsNullOrWhiteSpace(text) ? new Prose(text) : null;

    /// <summary>A heading, if something stands under it.</summary>
    public Block? Heading(string russian, string english, Block? under) => under is null ? null : new Heading(T(russian, english));

    /// <summary>The list that has the rest of what a territory shows a part of; null on pages of other types, by which no list can be narrowed.</summary>
    public Phrase? Rest(MenuEntry list) => type == EntryType.Territory
        ? Phrase.To($"{list.Path}?territory={Uri.EscapeDataString(entry.Slug)}", T("в полном списке", "in the full list"))
        : null;

    /// <summary>Says that there is more than is shown.</summary>
    /// <param name="hasMore">Whether there is.</param>
    /// <param name="rest">Where the rest is; the query page if no page has it.</param>
    public Block? More(bool hasMore, Phrase? rest = null) => !hasMore ? null : new Remark(Line.Of(
        Phrase.Of(T("Показаны не все: остальные – ", "Not all are shown: the others are ")),
        rest ?? Phrase.To("/graphql", T("в ответах на запросы", "in answers to queries")),
        Phrase.Of(".")));

    /// <summary>The page.</summary>
    /// <param name="data">The entry in the words of schema.org.</param>
    public EntryPage Finish(JsonObject data) => new()
    {
        Type = type,
        Slug = entry.Slug,
        Title = Cards.Name(entry),
        Marks = marks,
        Trail = Trail,
        Summary = Shortened(Summary ?? $"{Labels.Of(Language, type)}: {Cards.Name(entry)}"),
        Sections = sections,
        Data = data,
        UpdatedAt = entry.UpdatedAt,
        Feeds = Feeds,
    };

    /// <summary>The first words, as many as search results show.</summary>
    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= SummaryLength)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', SummaryLength);
        return line[..(end > SummaryLength / 2 ? end : SummaryLength)].TrimEnd(',', ';', ':', '.', '–', ' ') + "…";
    }
}
