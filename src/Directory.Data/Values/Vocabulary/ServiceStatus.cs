namespace CenterDirectory.Data.Values;

/// <summary>Whether a service can be asked for.</summary>
public enum ServiceStatus
{
    /// <summary>Announced, not yet offered.</summary>
    [Label("Планируется", "Planned", About = "Объявлена, ещё не оказывается")]
    Planned,

    /// <summary>Offered now.</summary>
    [Label("Оказывается", "Offered", About = "Оказывается сейчас")]
    Active,

    /// <summary>Paused, expected to return.</summary>
    [Label("Приостановлена", "Suspended", About = "Пауза, ожидается возвращение")]
    Suspended,

    /// <summary>No longer offered.</summary>
    [Label("Больше не оказывается", "No longer offered")]
    Closed,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated", About = "Ни один источник не говорит")]
    Unknown,
}
