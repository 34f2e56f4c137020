namespace CenterDirectory.Data.Values;

/// <summary>Whether a center works.</summary>
public enum CenterStatus
{
    /// <summary>Announced, not yet open.</summary>
    [Label("Планируется", "Planned")]
    Planned,

    /// <summary>Working.</summary>
    [Label("Работает", "Working")]
    Active,

    /// <summary>Paused, expected to return.</summary>
    [Label("Приостановлен", "Suspended")]
    Suspended,

    /// <summary>Closed for good.</summary>
    [Label("Закрыт", "Closed")]
    Closed,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated")]
    Unknown,
}
