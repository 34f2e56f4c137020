using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>The events that a filter asks for, with the meaning that the same words have in GraphQL.</summary>
internal static class EventSelection
{
    /// <summary>So many are read and then put in order; of more it is quicker to go through all events in their order.</summary>
    private const int Few = 3_000;

    /// <summary>The query, without an order.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="filter">What is asked.</param>
    /// <param name="scope">The territories and centers it names.</param>
    /// <param name="now">What «upcoming» is measured by.</param>
    public static IQueryable<Event> Of(DirectoryDb db, FeedFilter filter, FeedScope scope, DateTime now)
    {
        var events = InScope(db, scope);
        events = Listed(events, filter);
        events = InWindow(events, filter.From, filter.To);
        foreach (var word in filter.Words)
        {
            events = events.Where(item => item.TitleFolded.Contains(word) || SearchText.Fold(item.NameEn)!.Contains(word)
                || SearchText.Fold(item.Description)!.Contains(word) || SearchText.Fold(item.DescriptionEn)!.Contains(word));
        }

        return filter.IsUpcoming switch
        {
            null => events,
            true => events.Where(item => item.UpcomingUntil > now),
            false => events.Where(item => item.OverFrom <= now),
        };
    }

    /// <summary>
    /// The scope with the ids of the events of its territories, or of those to come, if these are few: a calendar goes through the events in their order, and
    /// to find a region's few that way it would look at all of them.
    /// </summary>
    public static async Task<FeedScope> NarrowedAsync(DirectoryDb db, FeedFilter filter, FeedScope scope, DateTime now, CancellationToken cancellationToken)
    {
        if (scope.Territories.Count == 0 && filter.IsUpcoming != true)
        {
            return scope;
        }

        var events = db.Events.AsNoTracking();
        if (scope.Territories.Count > 0)
        {
            var territories = scope.Territories.Select(entry => entry.Id).ToArray();
            var within = db.TerritoryClosures.Where(pair => Enumerable.Contains(territories, pair.AncestorId)).Select(pair => (long?)pair.DescendantId);
            events = events.Where(item => within.Contains(item.TerritoryId));
        }

        events = filter.IsUpcoming == true ? events.Where(item => item.UpcomingUntil > now) : events;
        // In the order of an index: the first to be found will do.
        var nearest = scope.Territories.Count > 0
            ? events.OrderBy(item => item.TerritoryId).ThenBy(item => item.StartsAt).ThenBy(item => item.Id)
            : events.OrderBy(item => item.UpcomingUntil).ThenBy(item => item.Id);
        var ids = await nearest.Select(item => item.Id).Take(Few + 1).ToListAsync(cancellationToken);
        return ids.Count > Few ? scope : scope with { Few = ids };
    }

    private static IQueryable<Event> InScope(DirectoryDb db, FeedScope scope)
    {
        var events = db.Events.AsNoTracking();
        var (territories, centers, ids) = (scope.Territories.Select(entry => entry.Id).ToArray(), scope.Centers.Select(entry => entry.Id).ToArray(), scope.Events?.ToArray());
        if (scope.Few?.ToArray() is { } few)
        {
            events = events.Where(item => Enumerable.Contains(few, item.Id));
        }
        else if (territories.Length > 0)
        {
            events = events.Where(item => item.Territory!.Above.Any(pair => Enumerable.Contains(territories, pair.AncestorId)));
        }

        if (centers.Length > 0)
        {
            events = events.Where(item => item.CenterLinks.Any(link => Enumerable.Contains(centers, link.CenterId)));
        }

        return ids is null ? events : events.Where(item => Enumerable.Contains(ids, item.Id));
    }

    private static IQueryable<Event> Listed(IQueryable<Event> events, FeedFilter filter)
    {
        var (kinds, statuses, levels) = (filter.Kinds.ToArray(), filter.Statuses.ToArray(), filter.Levels.Select(level => (EventLevel?)level).ToArray());
        var (modes, audiences) = (filter.AttendanceModes.Select(mode => (AttendanceMode?)mode).ToArray(), filter.Audiences.ToArray());
        events = kinds.Length > 0 ? events.Where(item => Enumerable.Contains(kinds, item.Kind)) : events;
        events = statuses.Length > 0 ? events.Where(item => Enumerable.Contains(statuses, item.Status)) : events;
        events = levels.Length > 0 ? events.Where(item => Enumerable.Contains(levels, item.Level)) : events;
        events = modes.Length > 0 ? events.Where(item => Enumerable.Contains(modes, item.AttendanceMode)) : events;
        return audiences.Length > 0 ? events.Where(item => item.Audiences.Any(audience => Enumerable.Contains(audiences, audience))) : events;
    }

    /// <summary>
    /// Possibly within these days. Of what recurs any occurrence counts; behind those that are known it goes on, if it does, and may be anywhere.
    /// </summary>
    private static IQueryable<Event> InWindow(IQueryable<Event> events, DateOnly? from, DateOnly? to)
    {
        if (from is { } first && to is { } last)
        {
            return events.Where(item => item.Recurrence == null
                ? item.DateLatest >= first && item.DateEarliest <= last
                : item.ExpandedTo < last || item.Occurrences.Any(time => time.StartsOn <= last && time.EndsOn >= first));
        }

        if (from is { } start)
        {
            return events.Where(item => item.Recurrence == null
                ? item.DateLatest >= start : item.ExpandedTo != null || item.Occurrences.Any(time => time.EndsOn >= start));
        }

        return to is { } end ? events.Where(item => item.DateEarliest <= end) : events;
    }
}
