namespace CenterDirectory.Data.Values;

/// <summary>Whether a service costs money.</summary>
public enum Fee
{
    /// <summary>Free of charge.</summary>
    [Label("Бесплатно", "Free")]
    Free,

    /// <summary>Paid.</summary>
    [Label("Платно", "Paid")]
    Paid,

    /// <summary>Partly free.</summary>
    [Label("Частично бесплатно", "Partly free")]
    Mixed,
}
