namespace CenterDirectory.Data.Values;

/// <summary>Whether a service can be asked for.</summary>
public enum ServiceStatus
{
    /// <summary>Announced, not yet offered.</summary>
    Planned,

    /// <summary>Offered now.</summary>
    Active,

    /// <summary>Paused, expected to return.</summary>
    Suspended,

    /// <summary>No longer offered.</summary>
    Closed,

    /// <summary>No source says.</summary>
    Unknown,
}
