namespace CenterDirectory.Data.Values;

/// <summary>How an import run ended.</summary>
public enum ImportRunStatus
{
    /// <summary>Still running.</summary>
    Running,

    /// <summary>Nothing new.</summary>
    Unchanged,

    /// <summary>Applied as one revision.</summary>
    Applied,

    /// <summary>Held back by an assertion, data untouched.</summary>
    Quarantined,

    /// <summary>Thrown away by the operator.</summary>
    Discarded,

    /// <summary>Could not be finished, data untouched.</summary>
    Failed,
}
