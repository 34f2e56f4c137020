using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>Addresses of the directory's own pages, absolute.</summary>
/// <param name="Origin">Scheme and host.</param>
internal sealed record FeedAddresses(string Origin)
{
    /// <summary>The page of an event.</summary>
    public string Event(Event item) => Entry(EntryType.Event, item.Slug)!;

    /// <summary>The calendar of a single event.</summary>
    public string CalendarOf(Event item) => $"{Origin}/feeds/events.ics?event={Uri.EscapeDataString(item.Slug)}";

    /// <summary>The page of a news item.</summary>
    public string News(NewsItem item) => Entry(EntryType.NewsItem, item.Slug)!;

    /// <summary>The page of an entry of any type; null if its type has none.</summary>
    public string? Entry(EntryType type, string slug) => EntryAddress.PathOf(type, slug) is { } path ? Origin + path : null;

    /// <summary>The changes after the revision before this one.</summary>
    public string Changes(int revision) => string.Create(CultureInfo.InvariantCulture, $"{Origin}/feeds/changes.atom?since={revision - 1}");

    /// <summary>An address of the web as ASCII; what is none stays as it was written.</summary>
    public static string Of(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https" ? address.AbsoluteUri : address.OriginalString;
}
