namespace CenterDirectory.Data.Values;

/// <summary>Whether a service can be asked for.</summary>
public enum ServiceStatus
{
    /// <summary>Announced, not yet offered.</summary>
    [Label("Планируется", "Planned")]
    Planned,

    /// <summary>Offered now.</summary>
    [Label("Оказывается", "Offered")]
    Active,

    /// <summary>Paused, expected to return.</summary>
    [Label("Приостановлена", "Suspended")]
    Suspended,

    /// <summary>No longer offered.</summary>
    [Label("Больше не оказывается", "No longer offered")]
    Closed,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated")]
    Unknown,
}
