using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Schema.Staleness;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>How the pages of a type are read and what they say. A page takes one statement for the entry, one for each list it shows, and never more.</summary>
/// <param name="type">The type.</param>
internal abstract class EntryKind<TEntry>(EntryType type) : IEntryKind
    where TEntry : DirectoryEntry
{
    /// <inheritdoc/>
    public EntryType Type => type;

    /// <inheritdoc/>
    public async Task<EntryPage?> ReadAsync(EntryReading reading, string slug)
    {
        if (await FindAsync(reading, slug) is not TEntry entry)
        {
            return null;
        }

        var (page, data, place) = await DraftAsync(reading, entry);
        page.Section("provenance", "Откуда данные", "Where this comes from", await EntrySources.ReadAsync(reading, type, entry, page));
        return page.Finish(JsonLd.Graph(data, place.Data(page.Cards.Name(entry), reading)));
    }

    /// <inheritdoc/>
    public async Task<DirectoryEntry?> FindAsync(EntryReading reading, string slug) =>
        await WithReferences(reading.Db.Set<TEntry>().AsNoTracking().Include(entry => entry.VerifiedBy))
            .Called(reading.Db, slug).OrderBy(entry => entry.Id)
            .FirstOrDefaultAsync(reading.Cancellation);

    /// <inheritdoc/>
    public async Task<EntryPage> DescribeAsync(EntryReading reading, DirectoryEntry entry)
    {
        var (page, data, _) = await DraftAsync(reading, (TEntry)entry);
        return page.Finish(data);
    }

    /// <inheritdoc/>
    public Task<string?> SlugAsync(EntryReading reading, long id) =>
        reading.Db.Set<TEntry>().Where(entry => entry.Id == id).Select(entry => (string?)entry.Slug).FirstOrDefaultAsync(reading.Cancellation);

    private async Task<(EntryDraft Page, JsonObject Data, EntryTrail Place)> DraftAsync(EntryReading reading, TEntry entry)
    {
        var place = await EntryTrail.ReadAsync(reading, type, PlaceOf(entry));
        var page = new EntryDraft(reading, type, entry) { Trail = place.Steps };
        var terms = new LinkedTerms(page.Cards, reading.Language, reading.Origin);
        var data = await DescribeAsync(entry, page, terms, place);
        if (StaleEntries.IsStale(entry, reading.StaleBefore))
        {
            page.Mark(Freshness.Stale, Tone.Bad);
        }

        return (page, data, place);
    }

    /// <summary>Joins what the entry refers to.</summary>
    protected abstract IQueryable<TEntry> WithReferences(IQueryable<TEntry> entries);

    /// <summary>Where the entry is; null if it is nowhere.</summary>
    protected abstract Territory? PlaceOf(TEntry entry);

    /// <summary>Writes the sections.</summary>
    /// <returns>The entry in the words of schema.org.</returns>
    protected abstract Task<JsonObject> DescribeAsync(TEntry entry, EntryDraft page, LinkedTerms terms, EntryTrail place);
}
