namespace CenterDirectory.Data.Values;

/// <summary>How far a practice has come elsewhere.</summary>
public enum ReplicationStatus
{
    /// <summary>Somebody proposed it.</summary>
    [Label("Предложено", "Proposed", About = "Кто-то предложил")]
    Proposed,

    /// <summary>Decided, not begun.</summary>
    [Label("Решено внедрить", "Planned", About = "Решено, но не начато")]
    Planned,

    /// <summary>Being introduced.</summary>
    [Label("Внедряется", "In progress", About = "Внедряется сейчас")]
    InProgress,

    /// <summary>Works there.</summary>
    [Label("Внедрено", "Completed", About = "Работает на новом месте")]
    Completed,

    /// <summary>Given up.</summary>
    [Label("Отказались", "Given up")]
    Abandoned,
}
