namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>What subjects are called in addresses.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Segment">Its name.</param>
internal sealed record FeedNames(FeedSubject Subject, string Segment)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeedNames> All { get; } =
        [new(FeedSubject.Events, "events"), new(FeedSubject.News, "news"), new(FeedSubject.Changes, "changes")];

    /// <summary>The name of one.</summary>
    public static FeedNames Of(FeedSubject subject) => All.First(name => name.Subject == subject);
}
