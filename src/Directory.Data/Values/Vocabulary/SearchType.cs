namespace CenterDirectory.Data.Values;

/// <summary>Types that full-text search covers, the members of SearchResult.</summary>
public enum SearchType
{
    /// <summary>Centers.</summary>
    [Label("Ресурсные центры", "Resource centers")]
    Center,

    /// <summary>Services.</summary>
    [Label("Услуги", "Services")]
    Service,

    /// <summary>Organizations.</summary>
    [Label("Организации", "Organizations")]
    Organization,

    /// <summary>Events.</summary>
    [Label("События", "Events")]
    Event,

    /// <summary>News.</summary>
    [Label("Новости", "News")]
    NewsItem,

    /// <summary>Territories.</summary>
    [Label("Территории", "Territories")]
    Territory,

    /// <summary>Networks.</summary>
    [Label("Сети", "Networks")]
    Network,

    /// <summary>Programs.</summary>
    [Label("Программы", "Programs")]
    Program,

    /// <summary>Projects.</summary>
    [Label("Проекты", "Projects")]
    Project,

    /// <summary>Grants.</summary>
    [Label("Гранты", "Grants")]
    Grant,

    /// <summary>Practices.</summary>
    [Label("Практики", "Practices")]
    Practice,

    /// <summary>People with public roles.</summary>
    [Label("Люди", "People", About = "Люди с публичными ролями")]
    Person,
}
