namespace CenterDirectory.Data.Values;

/// <summary>How far a practice has come elsewhere.</summary>
public enum ReplicationStatus
{
    /// <summary>Somebody proposed it.</summary>
    [Label("Предложено", "Proposed")]
    Proposed,

    /// <summary>Decided, not begun.</summary>
    [Label("Решено внедрить", "Planned")]
    Planned,

    /// <summary>Being introduced.</summary>
    [Label("Внедряется", "In progress")]
    InProgress,

    /// <summary>Works there.</summary>
    [Label("Внедрено", "Completed")]
    Completed,

    /// <summary>Given up.</summary>
    [Label("Отказались", "Given up")]
    Abandoned,
}
