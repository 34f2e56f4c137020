namespace CenterDirectory.Data.Values;

/// <summary>Whether a center works.</summary>
public enum CenterStatus
{
    /// <summary>Announced, not yet open.</summary>
    [Label("Планируется", "Planned", About = "Объявлен, ещё не открыт")]
    Planned,

    /// <summary>Working.</summary>
    [Label("Работает", "Working")]
    Active,

    /// <summary>Paused, expected to return.</summary>
    [Label("Приостановлен", "Suspended", About = "Пауза, ожидается возвращение")]
    Suspended,

    /// <summary>Closed for good.</summary>
    [Label("Закрыт", "Closed", About = "Закрыт окончательно")]
    Closed,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated", About = "Ни один источник не говорит")]
    Unknown,
}
