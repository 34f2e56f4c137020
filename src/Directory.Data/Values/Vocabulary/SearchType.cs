namespace CenterDirectory.Data.Values;

/// <summary>Types that full-text search covers, the members of SearchResult.</summary>
public enum SearchType
{
    /// <summary>Centers.</summary>
    Center,

    /// <summary>Services.</summary>
    Service,

    /// <summary>Organizations.</summary>
    Organization,

    /// <summary>Events.</summary>
    Event,

    /// <summary>News.</summary>
    NewsItem,

    /// <summary>Territories.</summary>
    Territory,

    /// <summary>Networks.</summary>
    Network,

    /// <summary>Programs.</summary>
    Program,

    /// <summary>Projects.</summary>
    Project,

    /// <summary>Grants.</summary>
    Grant,

    /// <summary>Practices.</summary>
    Practice,

    /// <summary>People with public roles.</summary>
    Person,
}
