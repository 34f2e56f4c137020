namespace CenterDirectory.Data.Values;

/// <summary>State in the register.</summary>
public enum OrganizationStatus
{
    /// <summary>In the register.</summary>
    Registered,

    /// <summary>Struck off by the registrar.</summary>
    Excluded,

    /// <summary>Liquidated.</summary>
    Liquidated,

    /// <summary>Not in a register, or no source says.</summary>
    Unknown,
}
