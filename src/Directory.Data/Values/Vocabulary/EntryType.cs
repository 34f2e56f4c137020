namespace CenterDirectory.Data.Values;

/// <summary>Types of entries, as the change feed names them.</summary>
public enum EntryType
{
    /// <summary>Center.</summary>
    Center,

    /// <summary>Service.</summary>
    Service,

    /// <summary>Organization.</summary>
    Organization,

    /// <summary>Event.</summary>
    Event,

    /// <summary>NewsItem.</summary>
    NewsItem,

    /// <summary>Territory.</summary>
    Territory,

    /// <summary>Network.</summary>
    Network,

    /// <summary>Program.</summary>
    Program,

    /// <summary>Project.</summary>
    Project,

    /// <summary>Grant.</summary>
    Grant,

    /// <summary>Practice.</summary>
    Practice,

    /// <summary>Metric.</summary>
    Metric,

    /// <summary>Person.</summary>
    Person,

    /// <summary>ServiceStandard.</summary>
    ServiceStandard,
}
