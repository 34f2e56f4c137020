using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>What a calendar must know of all its events before it writes the first: their zones, and how many of them it cannot show.</summary>
/// <param name="Zones">The zones, each with the first and last instant told in it.</param>
/// <param name="LeftOut">Events whose date no calendar can show.</param>
internal sealed record CalendarSpan(IReadOnlyList<ZoneSpan> Zones, int LeftOut)
{
    /// <summary>Zones of what repeats are described so many years beyond its first time.</summary>
    private const int YearsAhead = 10;

    /// <summary>Looks through a selection: one statement groups its times by place, one reads the dates that are vague.</summary>
    public static async Task<CalendarSpan> OfAsync(DirectoryDb db, IQueryable<Event> selection, CancellationToken cancellationToken) =>
        new(await ZonesAsync(db, selection, cancellationToken), await LeftOutAsync(selection, cancellationToken));

    private static async Task<List<ZoneSpan>> ZonesAsync(DirectoryDb db, IQueryable<Event> selection, CancellationToken cancellationToken)
    {
        var groups = await selection.Where(item => item.StartsAt != null)
            .GroupBy(item => new { item.TimeZone, item.TerritoryId })
            .Select(group => new
            {
                group.Key.TimeZone,
                group.Key.TerritoryId,
                First = group.Min(item => item.StartsAt),
                LastStart = group.Max(item => item.StartsAt),
                LastEnd = group.Max(item => item.EndsAt),
                Repeats = group.Max(item => item.Recurrence != null ? 1 : 0),
            })
            .ToListAsync(cancellationToken);
        var places = new FeedPlaces(db);
        var spans = new SortedDictionary<string, ZoneSpan>(StringComparer.Ordinal);
        foreach (var some in groups.Chunk(500))
        {
            await places.ReadAsync(some.Select(group => group.TerritoryId), cancellationToken);
            foreach (var group in some)
            {
                var last = group.LastEnd > group.LastStart ? group.LastEnd.Value : group.LastStart!.Value;
                if ((group.TimeZone ?? places[group.TerritoryId]?.TimeZone) is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone
                    && zone.Id is not ("UTC" or "Etc/UTC"))
                {
                    var span = new ZoneSpan(zone, group.First!.Value.ToInstant(), Later(last, group.Repeats > 0 ? YearsAhead : 0));
                    spans[zone.Id] = spans.TryGetValue(zone.Id, out var known) ? known.With(span) : span;
                }
            }
        }

        return [.. spans.Values];
    }

    private static Instant Later(DateTime instant, int years) => (instant.Year > 9900 ? instant : instant.AddYears(years)).ToInstant();

    private static async Task<int> LeftOutAsync(IQueryable<Event> selection, CancellationToken cancellationToken)
    {
        var count = 0;
        var vague = selection.Where(item => item.StartsAt == null && (item.DateEarliest == null || item.DateLatest == null || item.DateEarliest != item.DateLatest))
            .Select(item => new Event { Date = item.Date, PreviousDate = item.PreviousDate, Status = item.Status });
        await foreach (var item in vague.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count += CalendarPlacement.IsLeftOut(item) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>A zone and the time over which it is needed.</summary>
internal sealed record ZoneSpan(DateTimeZone Zone, Instant First, Instant Last)
{
    /// <summary>Both.</summary>
    public ZoneSpan With(ZoneSpan other) => new(Zone, Instant.Min(First, other.First), Instant.Max(Last, other.Last));
}
