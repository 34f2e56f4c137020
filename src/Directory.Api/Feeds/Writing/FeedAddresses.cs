using System.Globalization;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>Addresses of the directory's own pages, absolute.</summary>
/// <param name="Origin">Scheme and host.</param>
internal sealed record FeedAddresses(string Origin)
{
    /// <summary>The page of an event.</summary>
    public string Event(Event item) => $"{Origin}/events/{item.Slug}";

    /// <summary>The calendar of a single event.</summary>
    public string CalendarOf(Event item) => $"{Origin}/feeds/events.ics?event={item.Slug}";

    /// <summary>The page of a news item.</summary>
    public string News(NewsItem item) => $"{Origin}/news/{item.Slug}";

    /// <summary>The page of an entry of any type.</summary>
    public string Entry(EntryType type, string slug) => $"{Origin}/{Segment(type)}/{slug}";

    /// <summary>The changes after the revision before this one.</summary>
    public string Changes(int revision) => string.Create(CultureInfo.InvariantCulture, $"{Origin}/feeds/changes.atom?since={revision - 1}");

    private static string Segment(EntryType type) => type switch
    {
        EntryType.NewsItem => "news",
        EntryType.Territory => "territories",
        EntryType.Person => "people",
        _ => type.ToString().ToLowerInvariant() + "s",
    };

    /// <summary>An address of the web as ASCII; what is none stays as it was written.</summary>
    public static string Of(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https" ? address.AbsoluteUri : address.OriginalString;
}
