namespace CenterDirectory.Data.Values;

/// <summary>A number in a registry.</summary>
public sealed record RegistryNumber
{
    /// <summary>Registry, e.g. `minjust`.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>Number.</summary>
    public string Value { get; init; } = "";
}
