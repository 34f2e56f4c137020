namespace CenterDirectory.Data.Values;

/// <summary>What happened to an entry.</summary>
public enum ChangeKind
{
    /// <summary>It appeared or came back.</summary>
    [Label("Появилось", "Created", About = "Запись появилась или вернулась")]
    Created,

    /// <summary>Fields of it changed.</summary>
    [Label("Изменено", "Updated", About = "Изменились её поля")]
    Updated,

    /// <summary>It is gone.</summary>
    [Label("Удалено", "Removed", About = "Записи больше нет")]
    Removed,
}
