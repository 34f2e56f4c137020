using CenterDirectory.Data.Entities;
using NodaTime;

namespace CenterDirectory.Api.Feeds.Entries;

/// <summary>An event with what stands around it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Place">Its territory; null if unknown.</param>
internal sealed record EventEntry(Event Event, FeedPlace? Place)
{
    /// <summary>Names of those who organize it.</summary>
    public IReadOnlyList<string> Organizers { get; init; } = [];

    /// <summary>The repeated event of which it is a changed occurrence; null if it is none.</summary>
    public Event? Series { get; init; }

    /// <summary>Of a repeated event: changed occurrences that stand in the same feed, as events of their own.</summary>
    public IReadOnlyList<EventEntry> Overrides { get; init; } = [];

    /// <summary>Zone of its place; null if nobody knows it.</summary>
    public DateTimeZone? Zone => (Event.TimeZone ?? Place?.TimeZone) is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;
}

/// <summary>A territory, as far as feeds need it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its name in English, if there is one.</param>
/// <param name="TimeZone">Its zone, or that of the nearest territory above that has one.</param>
internal sealed record FeedPlace(long Id, string Slug, string Name, string? NameEn, string? TimeZone);
