namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Plain texts as HTML.</summary>
internal static class FeedHtml
{
    /// <summary>The lines of a text, empty ones left out; none of null.</summary>
    public static IEnumerable<string> Paragraphs(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
