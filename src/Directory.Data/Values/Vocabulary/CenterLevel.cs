namespace CenterDirectory.Data.Values;

/// <summary>The reach of a center.</summary>
public enum CenterLevel
{
    /// <summary>Works for the whole country.</summary>
    Federal,

    /// <summary>Works for several regions.</summary>
    Interregional,

    /// <summary>Works for one region.</summary>
    Regional,

    /// <summary>Works for one municipality or a part of it.</summary>
    Municipal,

    /// <summary>No source says.</summary>
    Unknown,
}
