namespace CenterDirectory.Data.Values;

/// <summary>A number as carefully as its source states it.</summary>
public sealed record Quantity
{
    /// <summary>The number.</summary>
    public double Value { get; init; }

    /// <summary>How it is meant.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>What is counted, or an ISO 4217 code for money.</summary>
    public string? Unit { get; init; }

    /// <summary>The source's words, e.g. «более двадцати».</summary>
    public string? Text { get; init; }
}
