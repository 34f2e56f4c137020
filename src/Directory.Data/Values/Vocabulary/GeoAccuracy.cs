namespace CenterDirectory.Data.Values;

/// <summary>How exact a point is.</summary>
public enum GeoAccuracy
{
    /// <summary>The building.</summary>
    Building,

    /// <summary>Somewhere in the street.</summary>
    Street,

    /// <summary>Only the town or village; do not draw it as an address.</summary>
    Locality,

    /// <summary>The source does not say.</summary>
    Unknown,
}
