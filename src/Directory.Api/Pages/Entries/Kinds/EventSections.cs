using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Events of somebody: those to come, and those that were or of which nobody knows when they were.</summary>
internal static class EventSections
{
    private const int MostPast = 20;

    /// <summary>Adds both sections, in two statements.</summary>
    public static async Task AddAsync(EntryDraft page, IQueryable<Event> events)
    {
        var (today, day) = (page.Reading.Today, page.Reading.Day);
        var coming = await page.Reading.FirstAsync(events
            .Where(item => item.UpcomingUntil != null && item.UpcomingUntil > today)
            .OrderBy(item => item.Occurrences.Where(occurrence => occurrence.EndsOn >= day).Min(occurrence => (DateOnly?)occurrence.StartsOn) ?? DateOnly.MaxValue)
            .ThenBy(item => item.Id)
            .Include(item => item.Territory)
            .Select(item => new ComingEvent(
                item, item.Occurrences.Where(occurrence => occurrence.EndsOn >= day).Min(occurrence => (DateOnly?)occurrence.StartsOn))));
        var others = await page.Reading.FirstAsync(events
            .Where(item => item.UpcomingUntil == null || item.UpcomingUntil <= today)
            .OrderByDescending(item => item.DateLatest ?? DateOnly.MinValue).ThenBy(item => item.Id)
            .Include(item => item.Territory), MostPast);
        page.Section("upcoming", "Ближайшие события", "Events to come",
            Blocks.List(coming.Items, item => page.Cards.Event(item.Event, item.Next)), page.More(coming.HasMore, page.Rest(SiteMenu.Events)), coming.Items.Count == 0 ? null : Subscription(page));
        var (russian, english) = coming.Items.Count == 0 ? ("События", "Events") : ("Другие события", "Other events");
        page.Section("events", russian, english,
            Blocks.List(others.Items, item => page.Cards.Event(item)), page.More(others.HasMore, page.Rest(SiteMenu.Events)), coming.Items.Count > 0 ? null : Subscription(page));
    }

    /// <summary>Whoever waits for the next one need not come back.</summary>
    private static Block? Subscription(EntryDraft page)
    {
        var feeds = Line.Join(", ", page.Feeds.Select(feed => Phrase.To(feed.Path, feed.Title)));
        return page.Feeds.Count == 0 ? null : new Remark(Line.Of([Phrase.Of(page.T("Подписаться: ", "Subscribe: ")), .. feeds.Phrases, Phrase.Of(".")]));
    }

    /// <param name="Event">The event.</param>
    /// <param name="Next">First day of its next occurrence.</param>
    private sealed record ComingEvent(Event Event, DateOnly? Next);
}
