namespace CenterDirectory.Data.Values;

/// <summary>State of a request for support.</summary>
public enum SupportRequestState
{
    /// <summary>Nobody has taken it.</summary>
    [Label("Новая", "New")]
    New,

    /// <summary>A center works on it.</summary>
    [Label("Принята", "Accepted")]
    Accepted,

    /// <summary>Passed to another center.</summary>
    [Label("Передана", "Forwarded", About = "Передана другому центру")]
    Forwarded,

    /// <summary>Answered.</summary>
    [Label("Дан ответ", "Answered")]
    Answered,

    /// <summary>Closed.</summary>
    [Label("Закрыта", "Closed")]
    Closed,
}
