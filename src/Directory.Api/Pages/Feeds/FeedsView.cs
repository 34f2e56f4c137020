using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Feeds.Syndication;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>What the page of feeds shows.</summary>
/// <param name="Feed">What the feed tells of.</param>
/// <param name="Query">What was chosen.</param>
/// <param name="Scope">The territories and centers that were chosen.</param>
internal sealed record FeedsView(FeedNames Feed, FeedQuery Query, FeedScope Scope)
{
    /// <summary>What cannot be understood of the choice.</summary>
    public IReadOnlyList<WrongParameter> Wrong { get; init; } = [];

    /// <summary>Territories to choose from: key and name.</summary>
    public IReadOnlyList<FeedChoice> Territories { get; init; } = [];

    /// <summary>Centers to choose from: slug and name.</summary>
    public IReadOnlyList<FeedChoice> Centers { get; init; } = [];

    /// <summary>The next events; where none is to come, the last ones.</summary>
    public IReadOnlyList<EventEntry> Events { get; init; } = [];

    /// <summary>Whether the events are to come.</summary>
    public bool IsToCome { get; init; }

    /// <summary>The newest items of other feeds.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];
}

/// <summary>A value to choose, and its name.</summary>
internal sealed record FeedChoice(string Value, string Name);
