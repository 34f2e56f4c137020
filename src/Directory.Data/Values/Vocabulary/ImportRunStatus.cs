namespace CenterDirectory.Data.Values;

/// <summary>How an import run ended.</summary>
public enum ImportRunStatus
{
    /// <summary>Still running.</summary>
    [Label("Идёт", "Running")]
    Running,

    /// <summary>Nothing new.</summary>
    [Label("Без изменений", "Nothing new")]
    Unchanged,

    /// <summary>Applied as one revision.</summary>
    [Label("Применена", "Applied", About = "Применён одной ревизией")]
    Applied,

    /// <summary>Held back by an assertion, data untouched.</summary>
    [Label("Задержана до решения", "Held back", About = "Задержан проверкой, данные не тронуты")]
    Quarantined,

    /// <summary>Thrown away by the operator.</summary>
    [Label("Отклонена", "Discarded", About = "Отклонён оператором")]
    Discarded,

    /// <summary>Could not be finished, data untouched.</summary>
    [Label("Не удалась", "Failed", About = "Не удалось завершить, данные не тронуты")]
    Failed,
}
