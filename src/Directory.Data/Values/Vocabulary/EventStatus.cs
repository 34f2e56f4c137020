namespace CenterDirectory.Data.Values;

/// <summary>State of an event.</summary>
public enum EventStatus
{
    /// <summary>Announced, details may change.</summary>
    [Label("Объявлено", "Announced", About = "Объявлено, подробности могут измениться")]
    Planned,

    /// <summary>Will take place as announced.</summary>
    [Label("Подтверждено", "Confirmed", About = "Пройдёт, как объявлено")]
    Confirmed,

    /// <summary>Moved; `previousDate` holds the old date.</summary>
    [Label("Перенесено", "Postponed", About = "Перенесено; прежняя дата – в `previousDate`")]
    Postponed,

    /// <summary>Will not take place.</summary>
    [Label("Отменено", "Cancelled", About = "Не состоится")]
    Cancelled,

    /// <summary>A source says that it took place.</summary>
    [Label("Состоялось", "Took place", About = "Источник говорит, что событие прошло")]
    Completed,

    /// <summary>Its date has passed and no source says whether it took place.</summary>
    [Label("Неизвестно, состоялось ли", "Not known whether it took place", About = "Дата прошла, и ни один источник не говорит, состоялось ли событие")]
    Unknown,
}
