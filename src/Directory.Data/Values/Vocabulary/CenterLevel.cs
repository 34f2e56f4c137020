namespace CenterDirectory.Data.Values;

/// <summary>The reach of a center.</summary>
public enum CenterLevel
{
    /// <summary>Works for the whole country.</summary>
    [Label("Федеральный", "Federal", About = "Работает на всю страну")]
    Federal,

    /// <summary>Works for several regions.</summary>
    [Label("Межрегиональный", "Interregional", About = "Работает на несколько регионов")]
    Interregional,

    /// <summary>Works for one region.</summary>
    [Label("Региональный", "Regional", About = "Работает на один регион")]
    Regional,

    /// <summary>Works for one municipality or a part of it.</summary>
    [Label("Муниципальный", "Municipal", About = "Работает на один муниципалитет или его часть")]
    Municipal,

    /// <summary>No source says.</summary>
    [Label("Уровень не указан", "Level not stated", About = "Ни один источник не говорит")]
    Unknown,
}
