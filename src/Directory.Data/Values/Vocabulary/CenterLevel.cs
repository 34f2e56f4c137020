namespace CenterDirectory.Data.Values;

/// <summary>The reach of a center.</summary>
public enum CenterLevel
{
    /// <summary>Works for the whole country.</summary>
    [Label("Федеральный", "Federal")]
    Federal,

    /// <summary>Works for several regions.</summary>
    [Label("Межрегиональный", "Interregional")]
    Interregional,

    /// <summary>Works for one region.</summary>
    [Label("Региональный", "Regional")]
    Regional,

    /// <summary>Works for one municipality or a part of it.</summary>
    [Label("Муниципальный", "Municipal")]
    Municipal,

    /// <summary>No source says.</summary>
    [Label("Уровень не указан", "Level not stated")]
    Unknown,
}
