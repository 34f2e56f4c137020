namespace CenterDirectory.Data.Values;

/// <summary>How exact a point is.</summary>
public enum GeoAccuracy
{
    /// <summary>The building.</summary>
    [Label("С точностью до здания", "The building")]
    Building,

    /// <summary>Somewhere in the street.</summary>
    [Label("С точностью до улицы", "The street", About = "Где-то на этой улице")]
    Street,

    /// <summary>Only the town or village; do not draw it as an address.</summary>
    [Label("Только населённый пункт", "The town or village only", About = "Только город или село; не показывайте как адрес")]
    Locality,

    /// <summary>The source does not say.</summary>
    [Label("Точность не указана", "Accuracy not stated", About = "Источник не говорит")]
    Unknown,
}
