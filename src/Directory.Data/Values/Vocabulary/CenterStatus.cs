namespace CenterDirectory.Data.Values;

/// <summary>Whether a center works.</summary>
public enum CenterStatus
{
    /// <summary>Announced, not yet open.</summary>
    Planned,

    /// <summary>Working.</summary>
    Active,

    /// <summary>Paused, expected to return.</summary>
    Suspended,

    /// <summary>Closed for good.</summary>
    Closed,

    /// <summary>No source says.</summary>
    Unknown,
}
