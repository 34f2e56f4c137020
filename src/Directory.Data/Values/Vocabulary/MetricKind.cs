namespace CenterDirectory.Data.Values;

/// <summary>What a figure claims.</summary>
public enum MetricKind
{
    /// <summary>Reached or counted.</summary>
    Fact,

    /// <summary>Aimed at.</summary>
    Target,
}
