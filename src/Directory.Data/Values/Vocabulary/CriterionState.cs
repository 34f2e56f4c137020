namespace CenterDirectory.Data.Values;

/// <summary>How a service stands to one requirement of a standard.</summary>
public enum CriterionState
{
    /// <summary>The center does not say that it is met.</summary>
    [Label("Не заявлено", "Not declared", About = "Центр не говорит, что требование выполнено")]
    NotDeclared,

    /// <summary>The center says that it is met.</summary>
    [Label("Заявлено", "Declared", About = "Центр говорит, что требование выполнено")]
    Declared,

    /// <summary>A coordinator agrees.</summary>
    [Label("Подтверждено", "Confirmed", About = "Координатор согласен")]
    Confirmed,

    /// <summary>A coordinator disagrees.</summary>
    [Label("Есть возражение", "Objected", About = "Координатор не согласен")]
    Objected,

    /// <summary>The confirmation has run out.</summary>
    [Label("Подтверждение истекло", "Confirmation has run out", About = "Срок подтверждения вышел")]
    Expired,
}
