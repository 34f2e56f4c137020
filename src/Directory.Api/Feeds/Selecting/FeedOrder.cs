using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>An order in which a feed is read a piece at a time, each piece being the next few rows of an index.</summary>
/// <typeparam name="TEntry">What is ordered.</typeparam>
internal abstract class FeedOrder<TEntry>
{
    /// <summary>Where an entry stands.</summary>
    public abstract FeedCursor Of(TEntry entry);

    /// <summary>The entries behind a place that have a key, in order; null if the place lies behind all of them.</summary>
    public abstract IQueryable<TEntry>? Keyed(IQueryable<TEntry> entries, FeedCursor? after);

    /// <summary>The entries without a key, which come last; null if all have one.</summary>
    public virtual IQueryable<TEntry>? Keyless(IQueryable<TEntry> entries, FeedCursor? after) => null;
}

/// <summary>Orders of feeds. All of them end in the id, so they are total.</summary>
internal static class FeedOrders
{
    /// <summary>Calendars and tables: by first possible day, events of an unknown year last.</summary>
    public static readonly FeedOrder<Event> ByDay = new EventsByDay();

    /// <summary>Feeds of events: what changed last comes first, so who reads the first page regularly misses nothing.</summary>
    public static readonly FeedOrder<Event> ByUpdate = new EventsByUpdate();

    /// <summary>News: newest first, those of an unknown day last.</summary>
    public static readonly FeedOrder<NewsItem> ByPublication = new NewsByPublication();

    /// <summary>Changes: newest first.</summary>
    public static readonly FeedOrder<Change> ByRevision = new ChangesByRevision();

    private sealed class EventsByDay : FeedOrder<Event>
    {
        public override FeedCursor Of(Event entry) => new(entry.DateEarliest?.DayNumber, entry.Id);

        public override IQueryable<Event>? Keyed(IQueryable<Event> entries, FeedCursor? after)
        {
            if (after is not { } place)
            {
                return entries.Where(item => item.DateEarliest != null).OrderBy(item => item.DateEarliest).ThenBy(item => item.Id);
            }

            if (Day(place.Key) is not { } day)
            {
                return null;
            }

            var id = place.Id;
            return entries.Where(item => item.DateEarliest > day || (item.DateEarliest == day && item.Id > id))
                .OrderBy(item => item.DateEarliest).ThenBy(item => item.Id);
        }

        public override IQueryable<Event> Keyless(IQueryable<Event> entries, FeedCursor? after)
        {
            var id = after is { Key: null } place ? place.Id : 0;
            return entries.Where(item => item.DateEarliest == null && item.Id > id).OrderBy(item => item.Id);
        }
    }

    private sealed class EventsByUpdate : FeedOrder<Event>
    {
        public override FeedCursor Of(Event entry) => new(entry.UpdatedAt.Ticks, entry.Id);

        public override IQueryable<Event>? Keyed(IQueryable<Event> entries, FeedCursor? after)
        {
            var behind = entries;
            if (after is { } place)
            {
                if (Instant(place.Key) is not { } updatedAt)
                {
                    return null;
                }

                var id = place.Id;
                behind = entries.Where(item => item.UpdatedAt < updatedAt || (item.UpdatedAt == updatedAt && item.Id < id));
            }

            return behind.OrderByDescending(item => item.UpdatedAt).ThenByDescending(item => item.Id);
        }
    }

    private sealed class NewsByPublication : FeedOrder<NewsItem>
    {
        public override FeedCursor Of(NewsItem entry) => new(entry.PublishedOnLatest?.DayNumber, entry.Id);

        public override IQueryable<NewsItem>? Keyed(IQueryable<NewsItem> entries, FeedCursor? after)
        {
            if (after is not { } place)
            {
                return entries.Where(item => item.PublishedOnLatest != null).OrderByDescending(item => item.PublishedOnLatest).ThenByDescending(item => item.Id);
            }

            if (Day(place.Key) is not { } day)
            {
                return null;
            }

            var id = place.Id;
            return entries.Where(item => item.PublishedOnLatest < day || (item.PublishedOnLatest == day && item.Id < id))
                .OrderByDescending(item => item.PublishedOnLatest).ThenByDescending(item => item.Id);
        }

        public override IQueryable<NewsItem> Keyless(IQueryable<NewsItem> entries, FeedCursor? after)
        {
            var id = after is { Key: null } place ? place.Id : long.MaxValue;
            return entries.Where(item => item.PublishedOnLatest == null && item.Id < id).OrderByDescending(item => item.Id);
        }
    }

    private sealed class ChangesByRevision : FeedOrder<Change>
    {
        public override FeedCursor Of(Change entry) => new(null, entry.Id);

        public override IQueryable<Change> Keyed(IQueryable<Change> entries, FeedCursor? after)
        {
            var id = after?.Id ?? long.MaxValue;
            return entries.Where(change => change.Id < id).OrderByDescending(change => change.Id);
        }
    }

    /// <summary>A number that is no day is a place behind everything: nobody but a forger writes one.</summary>
    private static DateOnly? Day(long? number) => number is >= 0 and <= 3_652_058 ? DateOnly.FromDayNumber((int)number) : null;

    private static DateTime? Instant(long? ticks) => ticks is { } known && known <= DateTime.MaxValue.Ticks ? new DateTime(known, DateTimeKind.Utc) : null;
}
