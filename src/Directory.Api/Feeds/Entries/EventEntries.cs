using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Entries;

/// <summary>Reads what stands around events, by a few statements for many of them.</summary>
/// <param name="db">The directory.</param>
/// <param name="selection">The events of the feed: who is in it decides what a repeated event says of its changed occurrences.</param>
internal sealed class EventEntries(DirectoryDb db, IQueryable<Event> selection)
{
    private static readonly ParticipantRole[] Organizing = [ParticipantRole.Organizer, ParticipantRole.CoOrganizer];

    private readonly FeedPlaces places = new(db);

    /// <summary>The entries of some events, in their order.</summary>
    public async Task<IReadOnlyList<EventEntry>> AroundAsync(IReadOnlyList<Event> events, CancellationToken cancellationToken)
    {
        var changed = await ChangedOccurrencesAsync(events, cancellationToken);
        await places.ReadAsync(events.Concat(changed).Select(item => item.TerritoryId), cancellationToken);
        var organizers = await OrganizersAsync(events, cancellationToken);
        var series = await SeriesAsync(events, cancellationToken);
        var overrides = changed.ToLookup(item => item.PartOfId);
        return
        [
            .. events.Select(item => new EventEntry(item, places[item.TerritoryId])
            {
                Organizers = [.. organizers[item.Id].Distinct()],
                Series = item.PartOfId is { } id ? series.GetValueOrDefault(id) : null,
                Overrides = [.. overrides[item.Id].Select(part => new EventEntry(part, places[part.TerritoryId]) { Series = item })],
            }),
        ];
    }

    private async Task<ILookup<long, string>> OrganizersAsync(IReadOnlyList<Event> events, CancellationToken cancellationToken)
    {
        var ids = events.Select(item => item.Id).ToArray();
        var names = await db.EventParticipants.AsNoTracking()
            .Where(part => Enumerable.Contains(ids, part.EventId) && Enumerable.Contains(Organizing, part.Role))
            .OrderBy(part => part.Id)
            .Select(part => new { part.EventId, Name = part.Name ?? part.Organization!.DisplayName ?? part.Center!.DisplayName ?? part.Person!.DisplayName })
            .ToListAsync(cancellationToken);
        return names.Where(part => part.Name is not null).ToLookup(part => part.EventId, part => part.Name!);
    }

    /// <summary>Repeated events of which some of these are parts.</summary>
    private async Task<Dictionary<long, Event>> SeriesAsync(IReadOnlyList<Event> events, CancellationToken cancellationToken)
    {
        var ids = events.Select(item => item.PartOfId).OfType<long>().Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Events.AsNoTracking().Where(item => Enumerable.Contains(ids, item.Id) && item.Recurrence != null)
            .ToDictionaryAsync(item => item.Id, cancellationToken);
    }

    /// <summary>Parts of repeated events that are in the feed as well.</summary>
    private async Task<List<Event>> ChangedOccurrencesAsync(IReadOnlyList<Event> events, CancellationToken cancellationToken)
    {
        var ids = events.Where(item => item.Recurrence is not null).Select(item => (long?)item.Id).ToArray();
        return ids.Length == 0 ? [] : await selection.Where(item => Enumerable.Contains(ids, item.PartOfId)).OrderBy(item => item.Id).ToListAsync(cancellationToken);
    }
}
