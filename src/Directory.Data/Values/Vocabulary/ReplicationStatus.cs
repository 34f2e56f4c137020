namespace CenterDirectory.Data.Values;

/// <summary>How far a practice has come elsewhere.</summary>
public enum ReplicationStatus
{
    /// <summary>Somebody proposed it.</summary>
    Proposed,

    /// <summary>Decided, not begun.</summary>
    Planned,

    /// <summary>Being introduced.</summary>
    InProgress,

    /// <summary>Works there.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Abandoned,
}
