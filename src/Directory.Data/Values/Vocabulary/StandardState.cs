namespace CenterDirectory.Data.Values;

/// <summary>State of a declaration that a service meets a standard.</summary>
public enum StandardState
{
    /// <summary>The center says so.</summary>
    [Label("Заявлено", "Declared", About = "Так говорит сам центр, никто ещё не проверил")]
    Declared,

    /// <summary>A coordinator agrees.</summary>
    [Label("Подтверждено координатором", "Confirmed by a coordinator", About = "Координатор согласен")]
    Confirmed,

    /// <summary>A coordinator disagrees.</summary>
    [Label("Есть возражение", "Objected", About = "Координатор не согласен")]
    Objected,

    /// <summary>The confirmation has run out.</summary>
    [Label("Подтверждение истекло", "Confirmation has run out", About = "Срок подтверждения вышел")]
    Expired,
}
