namespace CenterDirectory.Data.Values;

/// <summary>What a key may do.</summary>
public enum AccessRole
{
    /// <summary>Everything.</summary>
    [Label("Оператор справочника", "Operator of the directory")]
    Operator,

    /// <summary>Confirms and edits inside a network or territory.</summary>
    [Label("Координатор сети или территории", "Coordinator of a network or territory")]
    Coordinator,

    /// <summary>Edits its own centers.</summary>
    [Label("Редактор своих центров", "Editor of its own centers")]
    Editor,
}
