namespace CenterDirectory.Data.Values;

/// <summary>The reach of an event.</summary>
public enum EventLevel
{
    /// <summary>International.</summary>
    [Label("Международный", "International")]
    International,

    /// <summary>The whole country.</summary>
    [Label("Всероссийский", "National", About = "Вся страна")]
    Federal,

    /// <summary>Several regions.</summary>
    [Label("Межрегиональный", "Interregional", About = "Несколько регионов")]
    Interregional,

    /// <summary>One region.</summary>
    [Label("Региональный", "Regional", About = "Один регион")]
    Regional,

    /// <summary>One municipality.</summary>
    [Label("Муниципальный", "Municipal", About = "Один муниципалитет")]
    Municipal,
}
