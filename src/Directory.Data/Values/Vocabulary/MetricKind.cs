namespace CenterDirectory.Data.Values;

/// <summary>What a figure claims.</summary>
public enum MetricKind
{
    /// <summary>Reached or counted.</summary>
    [Label("Факт", "Fact")]
    Fact,

    /// <summary>Aimed at.</summary>
    [Label("Цель", "Target")]
    Target,
}
