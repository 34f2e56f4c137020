namespace CenterDirectory.Data.Values;

/// <summary>State of an event.</summary>
public enum EventStatus
{
    /// <summary>Announced, details may change.</summary>
    [Label("Объявлено", "Announced")]
    Planned,

    /// <summary>Will take place as announced.</summary>
    [Label("Подтверждено", "Confirmed")]
    Confirmed,

    /// <summary>Moved; `previousDate` holds the old date.</summary>
    [Label("Перенесено", "Postponed")]
    Postponed,

    /// <summary>Will not take place.</summary>
    [Label("Отменено", "Cancelled")]
    Cancelled,

    /// <summary>A source says that it took place.</summary>
    [Label("Состоялось", "Took place")]
    Completed,

    /// <summary>Its date has passed and no source says whether it took place.</summary>
    [Label("Неизвестно, состоялось ли", "Not known whether it took place")]
    Unknown,
}
