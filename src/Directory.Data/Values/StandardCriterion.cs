namespace CenterDirectory.Data.Values;

/// <summary>One requirement of a standard.</summary>
public sealed record StandardCriterion
{
    /// <summary>Key, unique within the standard.</summary>
    public string Key { get; init; } = "";

    /// <summary>Requirement in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Requirement in full.</summary>
    public string? Description { get; init; }
}
