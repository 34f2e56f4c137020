namespace CenterDirectory.Data.Values;

/// <summary>State of a project.</summary>
public enum ProjectStatus
{
    /// <summary>Not begun.</summary>
    [Label("Планируется", "Planned", About = "Ещё не начат")]
    Planned,

    /// <summary>Running.</summary>
    [Label("Идёт", "Running")]
    Active,

    /// <summary>Ended as planned.</summary>
    [Label("Завершён", "Completed", About = "Завершён, как намечалось")]
    Completed,

    /// <summary>Its funding ended and the work goes on.</summary>
    [Label("Продолжается после гранта", "Goes on after its funding", About = "Деньги кончились, работа идёт")]
    Continued,

    /// <summary>Ended early or died with its funding.</summary>
    [Label("Прекращён", "Stopped", About = "Прекращён раньше срока или вместе с деньгами")]
    Stopped,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated", About = "Ни один источник не говорит")]
    Unknown,
}
