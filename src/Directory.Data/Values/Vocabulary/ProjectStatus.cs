namespace CenterDirectory.Data.Values;

/// <summary>State of a project.</summary>
public enum ProjectStatus
{
    /// <summary>Not begun.</summary>
    [Label("Планируется", "Planned")]
    Planned,

    /// <summary>Running.</summary>
    [Label("Идёт", "Running")]
    Active,

    /// <summary>Ended as planned.</summary>
    [Label("Завершён", "Completed")]
    Completed,

    /// <summary>Its funding ended and the work goes on.</summary>
    [Label("Продолжается после гранта", "Goes on after its funding")]
    Continued,

    /// <summary>Ended early or died with its funding.</summary>
    [Label("Прекращён", "Stopped")]
    Stopped,

    /// <summary>No source says.</summary>
    [Label("Состояние не указано", "State not stated")]
    Unknown,
}
