namespace CenterDirectory.Importers.Manifests;

/// <summary>Where the bytes of a table are and how they are written.</summary>
public sealed record FeedLocation
{
    /// <summary>Path relative to the manifest, or null.</summary>
    public string? File { get; init; }

    /// <summary>Address, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>Name of the reader, such as <c>csv</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Declared encoding; null = detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Separator of cells; null = the format's own.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first row names the columns; without it they are called 1, 2, 3 …</summary>
    public bool Header { get; init; } = true;
}
