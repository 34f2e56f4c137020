using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Feeds about one entry.</summary>
internal static class EntryFeeds
{
    /// <summary>The feeds of an entry.</summary>
    public static IReadOnlyList<PageFeed> Of(EntryDraft page, EntryType type, string slug) => [];
}
