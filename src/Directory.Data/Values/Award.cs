namespace CenterDirectory.Data.Values;

/// <summary>An award.</summary>
public sealed record Award
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Details in the source's words.</summary>
    public string? Text { get; init; }

    /// <summary>When.</summary>
    public FuzzyDate? Date { get; init; }
}
