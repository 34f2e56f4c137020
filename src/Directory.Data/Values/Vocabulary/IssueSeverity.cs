namespace CenterDirectory.Data.Values;

/// <summary>Weight of an import issue.</summary>
public enum IssueSeverity
{
    /// <summary>The record was kept.</summary>
    [Label("Предупреждение", "Warning", About = "Запись сохранена")]
    Warning,

    /// <summary>The record was dropped.</summary>
    [Label("Ошибка", "Error", About = "Запись отброшена")]
    Error,
}
