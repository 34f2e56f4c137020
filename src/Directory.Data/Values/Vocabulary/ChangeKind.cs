namespace CenterDirectory.Data.Values;

/// <summary>What happened to an entry.</summary>
public enum ChangeKind
{
    /// <summary>It appeared or came back.</summary>
    [Label("Появилось", "Created")]
    Created,

    /// <summary>Fields of it changed.</summary>
    [Label("Изменено", "Updated")]
    Updated,

    /// <summary>It is gone.</summary>
    [Label("Удалено", "Removed")]
    Removed,
}
