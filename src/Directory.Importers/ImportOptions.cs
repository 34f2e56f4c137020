namespace CenterDirectory.Importers;

/// <summary>How to run a source.</summary>
public sealed record ImportOptions
{
    /// <summary>Plan only: nothing is written, not even a run.</summary>
    public bool DryRun { get; init; }

    /// <summary>A file, by full path, to read in place of the one that the manifest names.</summary>
    public string? FromFile { get; init; }
}
