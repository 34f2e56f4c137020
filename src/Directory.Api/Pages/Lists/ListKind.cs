using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Api.Schema;
using CenterDirectory.Api.Schema.Staleness;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>A list of all entries of a type. A page takes a statement for each thing it needs to know, whatever it shows.</summary>
/// <param name="type">The type, as search knows it.</param>
internal abstract class ListKind<TEntry>(SearchType type) : IListKind
    where TEntry : DirectoryEntry
{
    /// <summary>So many of the entries that have the words are looked through, the best ones.</summary>
    private const int Depth = 1_000;

    /// <inheritdoc/>
    public abstract MenuEntry Place { get; }

    /// <inheritdoc/>
    public abstract LocalizedText Title { get; }

    /// <inheritdoc/>
    public abstract LocalizedText Lead { get; }

    /// <inheritdoc/>
    public abstract Noun Noun { get; }

    /// <inheritdoc/>
    public virtual string? Feed => null;

    /// <summary>Choices beside territory and words.</summary>
    public abstract IReadOnlyList<ListChoice<TEntry>> Choices { get; }

    IReadOnlyList<ListChoice> IListKind.Choices => Choices;

    /// <inheritdoc/>
    public async Task<EntryList> ReadAsync(ListReading reading, ListFilter filter)
    {
        var regions = await reading.Db.Territories.AsNoTracking().Where(territory => territory.Kind == TerritoryKind.Region)
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id).ToListAsync(reading.Cancellation);
        var territory = filter.Territory is { } key
            ? regions.FirstOrDefault(region => region.Slug == key || region.Code == key)
                ?? await Query.GetTerritory(reading.Db, key).AsNoTracking().FirstOrDefaultAsync(reading.Cancellation)
            : null;
        var list = new EntryList(this, filter, territory, regions);
        if (!list.IsKnown)
        {
            return list;
        }

        var entries = Narrowed(reading, filter, territory);
        list = filter.Words is { } words ? await FoundAsync(reading, list, entries, words) : await OrderedAsync(reading, list, entries);
        var cards = new EntryCards(reading.Language, reading.Day);
        return list with { Cards = [.. list.Entries.Cast<TEntry>().Select(entry => StaleEntries.IsStale(entry, reading.StaleBefore) ? cards.Stale(CardOf(cards, entry)) : CardOf(cards, entry))] };
    }

    /// <summary>Leaves those of a territory.</summary>
    protected abstract IQueryable<TEntry> In(IQueryable<TEntry> entries, long territoryId);

    /// <summary>Joins what cards show.</summary>
    protected abstract IQueryable<TEntry> WithReferences(IQueryable<TEntry> entries);

    /// <summary>An entry as it is shown.</summary>
    protected abstract Card CardOf(EntryCards cards, TEntry entry);

    /// <summary>The order of a list in which nobody looks for words: by name.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="today">Today's first instant.</param>
    protected virtual IQueryable<TEntry> Ordered(IQueryable<TEntry> entries, DateTime today) =>
        entries.OrderBy(entry => entry.DisplayNameFolded).ThenBy(entry => entry.Id);

    private IQueryable<TEntry> Narrowed(ListReading reading, ListFilter filter, Territory? territory)
    {
        var entries = reading.Db.Set<TEntry>().AsNoTracking();
        entries = territory is { Id: var id } ? In(entries, id) : entries;
        return Choices.Where(choice => filter.Chosen.ContainsKey(choice.Name))
            .Aggregate(entries, (left, choice) => choice.Narrow(left, filter.Chosen[choice.Name], reading.Today));
    }

    private async Task<EntryList> OrderedAsync(ListReading reading, EntryList list, IQueryable<TEntry> entries)
    {
        var total = await entries.CountAsync(reading.Cancellation);
        var page = await WithReferences(Ordered(entries, reading.Today).Skip((list.Filter.Page - 1) * EntryList.PageSize).Take(EntryList.PageSize))
            .ToListAsync(reading.Cancellation);
        return list with { Entries = page, Total = total };
    }

    /// <summary>Those that have the words in any form, the best first.</summary>
    private async Task<EntryList> FoundAsync(ListReading reading, EntryList list, IQueryable<TEntry> entries, string words)
    {
        var found = await reading.Index.FindAsync(
            new SearchRequest(words, [type], list.Territory?.Slug, SupportKinds: null, Depth, After: null), reading.Cancellation);
        var ids = found.Hits.Select(hit => hit.Id).ToArray();
        var fitting = (await entries.Where(entry => Enumerable.Contains(ids, entry.Id)).Select(entry => entry.Id).ToListAsync(reading.Cancellation)).ToHashSet();
        var ordered = ids.Where(fitting.Contains).ToList();
        var shown = ordered.Skip((list.Filter.Page - 1) * EntryList.PageSize).Take(EntryList.PageSize).ToArray();
        var page = await WithReferences(reading.Db.Set<TEntry>().AsNoTracking().Where(entry => Enumerable.Contains(shown, entry.Id)))
            .ToDictionaryAsync(entry => entry.Id, reading.Cancellation);
        return list with { Entries = [.. shown.Select(page.GetValueOrDefault).OfType<TEntry>()], Total = ordered.Count, IsCut = found.HasMore };
    }
}
