namespace CenterDirectory.Data.Values;

/// <summary>Weight of an import issue.</summary>
public enum IssueSeverity
{
    /// <summary>The record was kept.</summary>
    Warning,

    /// <summary>The record was dropped.</summary>
    Error,
}
