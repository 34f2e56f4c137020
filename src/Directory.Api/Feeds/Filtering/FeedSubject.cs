namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>What a feed tells of; several where something holds for several.</summary>
[Flags]
internal enum FeedSubject
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Events.</summary>
    Events = 1,

    /// <summary>News.</summary>
    News = 2,

    /// <summary>Changes of the directory.</summary>
    Changes = 4,
}
