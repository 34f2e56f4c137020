namespace CenterDirectory.Data.Values;

/// <summary>A point, WGS 84.</summary>
public sealed record GeoPoint
{
    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>How exact it is.</summary>
    public GeoAccuracy Accuracy { get; init; } = GeoAccuracy.Unknown;
}
