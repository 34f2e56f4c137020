namespace CenterDirectory.Data.Values;

/// <summary>State of a source.</summary>
public enum SourceHealthState
{
    /// <summary>On time.</summary>
    Ok,

    /// <summary>Not successful for too long.</summary>
    Stale,

    /// <summary>The last runs failed.</summary>
    Failing,

    /// <summary>A run waits for the operator.</summary>
    Quarantined,

    /// <summary>Paused by the operator or by the publisher's answer.</summary>
    Paused,

    /// <summary>Not switched on.</summary>
    Disabled,
}
