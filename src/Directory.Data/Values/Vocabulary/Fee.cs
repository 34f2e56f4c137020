namespace CenterDirectory.Data.Values;

/// <summary>Whether a service costs money.</summary>
public enum Fee
{
    /// <summary>Free of charge.</summary>
    Free,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Partly free.</summary>
    Mixed,
}
