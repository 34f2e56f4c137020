namespace CenterDirectory.Data.Values;

/// <summary>Types of entries, as the change feed names them.</summary>
public enum EntryType
{
    /// <summary>Center.</summary>
    [Label("Ресурсный центр", "Resource center")]
    Center,

    /// <summary>Service.</summary>
    [Label("Услуга", "Service")]
    Service,

    /// <summary>Organization.</summary>
    [Label("Организация", "Organization")]
    Organization,

    /// <summary>Event.</summary>
    [Label("Событие", "Event")]
    Event,

    /// <summary>NewsItem.</summary>
    [Label("Новость", "News item")]
    NewsItem,

    /// <summary>Territory.</summary>
    [Label("Территория", "Territory")]
    Territory,

    /// <summary>Network.</summary>
    [Label("Сеть", "Network")]
    Network,

    /// <summary>Program.</summary>
    [Label("Программа", "Program")]
    Program,

    /// <summary>Project.</summary>
    [Label("Проект", "Project")]
    Project,

    /// <summary>Grant.</summary>
    [Label("Грант", "Grant")]
    Grant,

    /// <summary>Practice.</summary>
    [Label("Практика", "Practice")]
    Practice,

    /// <summary>Metric.</summary>
    [Label("Показатель", "Figure")]
    Metric,

    /// <summary>Person.</summary>
    [Label("Человек", "Person")]
    Person,

    /// <summary>ServiceStandard.</summary>
    [Label("Стандарт услуги", "Service standard")]
    ServiceStandard,
}
