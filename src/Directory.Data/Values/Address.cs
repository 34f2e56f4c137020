namespace CenterDirectory.Data.Values;

/// <summary>An address in parts.</summary>
public sealed record Address
{
    /// <summary>Postal index.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 code; null if not written.</summary>
    public string? Country { get; init; }

    /// <summary>Region as written.</summary>
    public string? Region { get; init; }

    /// <summary>District as written.</summary>
    public string? District { get; init; }

    /// <summary>City, town or village.</summary>
    public string? Locality { get; init; }

    /// <summary>Street.</summary>
    public string? Street { get; init; }

    /// <summary>Building with block.</summary>
    public string? Building { get; init; }

    /// <summary>Room or office.</summary>
    public string? Room { get; init; }
}
