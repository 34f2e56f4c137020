using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>The way to an entry from above: the start page, the list of its type, the territories that it lies in.</summary>
internal sealed class EntryTrail
{
    private EntryTrail(IReadOnlyList<Territory> territories, IReadOnlyList<Phrase> steps) => (Territories, Steps) = (territories, steps);

    /// <summary>The territories, the largest first.</summary>
    public IReadOnlyList<Territory> Territories { get; }

    /// <summary>The steps, the entry itself not included.</summary>
    public IReadOnlyList<Phrase> Steps { get; }

    /// <summary>The smallest of them; null if there are none.</summary>
    public Territory? Nearest => Territories.Count == 0 ? null : Territories[^1];

    /// <summary>The zone of the place, of the nearest territory that has one.</summary>
    public string? Zone => Territories.LastOrDefault(territory => territory.TimeZone is not null)?.TimeZone;

    /// <summary>Reads it, in one statement; in none if the entry is nowhere.</summary>
    public static async Task<EntryTrail> ReadAsync(EntryReading reading, EntryType type, Territory? place)
    {
        var id = place?.Id;
        var territories = id is null ? [] : await reading.Db.TerritoryClosures.AsNoTracking()
            .Where(pair => pair.DescendantId == id)
            .OrderBy(pair => pair.Ancestor.Above.Count).ThenBy(pair => pair.AncestorId)
            .Select(pair => pair.Ancestor)
            .ToListAsync(reading.Cancellation);
        if (type == EntryType.Territory)
        {
            territories.RemoveAll(territory => territory.Id == id);
        }

        var cards = new EntryCards(reading.Language, reading.Day);
        return new EntryTrail(territories, [
            Phrase.To("/", reading.Language.Pick("Справочник", "Directory")),
            .. List(reading.Language, type),
            .. territories.Select(cards.Link),
        ]);
    }

    /// <summary>The trail in the words of schema.org.</summary>
    public JsonObject Data(string title, EntryReading reading)
    {
        var items = Steps.Select(step => (step.Text, Address: (string?)(reading.Origin + SitePaths.Canonical(step.Path!, reading.Language)))).Append((Text: title, Address: null));
        return JsonLd.Of("BreadcrumbList").With("itemListElement", items.Select((item, index) => JsonLd.Of("ListItem")
            .With("position", index + 1).With("name", item.Text).With("item", item.Address)));
    }

    /// <summary>The list of the type; none if it has none.</summary>
    private static IEnumerable<Phrase> List(PageLanguage language, EntryType type) => SiteMenu.ListOf(type) is { } place
        ? [Phrase.To(place.Path, language.Pick(place.Title))]
        : [];
}
