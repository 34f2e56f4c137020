namespace CenterDirectory.Data.Values;

/// <summary>The reach of an event.</summary>
public enum EventLevel
{
    /// <summary>International.</summary>
    [Label("Международный", "International")]
    International,

    /// <summary>The whole country.</summary>
    [Label("Всероссийский", "National")]
    Federal,

    /// <summary>Several regions.</summary>
    [Label("Межрегиональный", "Interregional")]
    Interregional,

    /// <summary>One region.</summary>
    [Label("Региональный", "Regional")]
    Regional,

    /// <summary>One municipality.</summary>
    [Label("Муниципальный", "Municipal")]
    Municipal,
}
