using System.Linq.Expressions;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Times;

/// <summary>The calendar.</summary>
[QueryType]
internal static class OccurrencesQuery
{
    /// <summary>Calendar view: occurrences in a window, repeated events expanded (a year ahead and more), events without a known year left out.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, at most 366 days later.</param>
    [UsePaging(AllowBackwardPagination = false), UseFiltering(Through = nameof(EventOccurrence.Event)), Volatile]
    public static IQueryable<EventOccurrence> GetOccurrences(DirectoryDb db, DateOnly from, DateOnly to)
    {
        OccurrenceWindow.Check(from, to);
        return db.Occurrences.Where(occurrence => occurrence.StartsOn <= to && occurrence.EndsOn >= from);
    }
}

/// <summary>Order of occurrences.</summary>
[ObjectType<EventOccurrence>, DefaultOrder(nameof(EventOccurrence.StartsOn), nameof(EventOccurrence.BeginsAt))]
internal static class EventOccurrenceType;

/// <summary>When an event takes place, as seen from now.</summary>
[ObjectType<Event>]
internal static class EventTimesType
{
    private const int MostADay = 4;

    /// <summary>Not yet over; null if its date does not tell; depends on the clock.</summary>
    /// <param name="item">The event.</param>
    /// <param name="clock">Tells what time it is.</param>
    [Volatile(ByClock = true)]
    public static bool? GetIsUpcoming([Parent(Requires = [nameof(Event.UpcomingUntil), nameof(Event.OverFrom)])] Event item, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return item.UpcomingUntil > now ? true : item.OverFrom <= now ? false : null;
    }

    /// <summary>Its occurrences in a window, repeated ones expanded, at most 367 and four for each day; empty if its date does not tell.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, at most 366 days later.</param>
    [UseList(OccurrenceWindow.MostDays + 1, Estimate = nameof(CountTimes)), Volatile]
    public static Expression<Func<Event, IEnumerable<EventOccurrence>>> GetOccurrences(DateOnly from, DateOnly to)
    {
        OccurrenceWindow.Check(from, to);
        return item => item.Occurrences.Where(occurrence => occurrence.StartsOn <= to && occurrence.EndsOn >= from);
    }

    /// <summary>Of one event more than four a day are rare; so many are read at most.</summary>
    internal static int CountTimes(DateOnly from, DateOnly to)
    {
        OccurrenceWindow.Check(from, to);
        return (to.DayNumber - from.DayNumber + 1) * MostADay;
    }
}

/// <summary>Days from and to, both included.</summary>
internal static class OccurrenceWindow
{
    /// <summary>Most days from the first to the last; one more are in the window, and so most occurrences of one event that is repeated daily.</summary>
    public const int MostDays = 366;

    /// <exception cref="GraphQLException">It ends before it begins, or is too long.</exception>
    public static void Check(DateOnly from, DateOnly to)
    {
        if (to < from || to.DayNumber - from.DayNumber > MostDays)
        {
            throw new GraphQLException($"`to` is the same day as `from` or a later one, at most {MostDays} days later.");
        }
    }
}
