namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>Writes one format, an entry at a time and never more than that in memory.</summary>
/// <typeparam name="TEntry">What it writes.</typeparam>
internal interface IFeedWriter<in TEntry> : IDisposable
{
    /// <summary>Writes what stands before the entries.</summary>
    void Begin(FeedHead head);

    /// <summary>Writes an entry.</summary>
    void Write(TEntry entry);

    /// <summary>Writes what stands behind the entries.</summary>
    void End();

    /// <summary>Hands on what it holds back.</summary>
    void Flush();
}
