using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Fetching;

/// <summary>How one download is made.</summary>
/// <param name="Interval">Pause before the next request to the host.</param>
/// <param name="Timeout">Longest time for one answer.</param>
/// <param name="Stall">Longest silence.</param>
/// <param name="MaxBytes">Largest answer, unpacked.</param>
internal sealed record FetchTerms(TimeSpan Interval, TimeSpan Timeout, TimeSpan Stall, long MaxBytes)
{
    /// <summary>A manifest may be stricter than the installation, never laxer: it may come from somebody else than the operator.</summary>
    public static FetchTerms Of(ImportersOptions options, FeedPoliteness? manifest) => new(
        Max(options.HostInterval, manifest?.Interval),
        Min(options.Timeout, manifest?.Timeout),
        Min(options.StallTimeout, manifest?.Stall),
        Math.Min(options.MaxDownloadBytes, manifest?.MaxBytes ?? long.MaxValue));

    private static TimeSpan Max(TimeSpan own, TimeSpan? asked) => asked > own ? asked.Value : own;

    private static TimeSpan Min(TimeSpan own, TimeSpan? asked) => asked < own ? asked.Value : own;
}

/// <summary>What a publisher gave us to ask for changes with (RFC 9110, 8.8).</summary>
/// <param name="ETag">Entity tag, quotes included.</param>
/// <param name="LastModified">Date of the last change.</param>
internal readonly record struct Validators(string? ETag, DateTimeOffset? LastModified)
{
    public bool IsEmpty => ETag is null && LastModified is null;
}
