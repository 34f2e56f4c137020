namespace CenterDirectory.Data.Values;

/// <summary>Legal form of an organization.</summary>
public sealed record LegalForm
{
    /// <summary>ОКОПФ code.</summary>
    public string? Okopf { get; init; }

    /// <summary>Name of the form.</summary>
    public string Label { get; init; } = "";
}
