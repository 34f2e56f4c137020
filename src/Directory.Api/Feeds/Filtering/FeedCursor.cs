using System.Globalization;

namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>The last entry of a page: what the feed is ordered by, and its id.</summary>
/// <param name="Key">Day or instant as a number; null for those that have none and come last.</param>
/// <param name="Id">The id.</param>
internal readonly record struct FeedCursor(long? Key, long Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static FeedCursor? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || Number(text.AsSpan(dash + 1)) is not { } id)
        {
            return null;
        }

        return dash == 0 ? new FeedCursor(null, id) : Number(text.AsSpan(0, dash)) is { } key ? new FeedCursor(key, id) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}-{Id}");

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
