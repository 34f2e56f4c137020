namespace CenterDirectory.Data.Values;

/// <summary>What a figure claims.</summary>
public enum MetricKind
{
    /// <summary>Reached or counted.</summary>
    [Label("Факт", "Fact", About = "Достигнуто или посчитано")]
    Fact,

    /// <summary>Aimed at.</summary>
    [Label("Цель", "Target", About = "К этому стремятся")]
    Target,
}
