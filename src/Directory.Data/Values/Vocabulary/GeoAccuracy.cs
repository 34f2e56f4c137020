namespace CenterDirectory.Data.Values;

/// <summary>How exact a point is.</summary>
public enum GeoAccuracy
{
    /// <summary>The building.</summary>
    [Label("С точностью до здания", "The building")]
    Building,

    /// <summary>Somewhere in the street.</summary>
    [Label("С точностью до улицы", "The street")]
    Street,

    /// <summary>Only the town or village; do not draw it as an address.</summary>
    [Label("Только населённый пункт", "The town or village only")]
    Locality,

    /// <summary>The source does not say.</summary>
    [Label("Точность не указана", "Accuracy not stated")]
    Unknown,
}
