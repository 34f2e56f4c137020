using CenterDirectory.Importers.Fetching;

namespace CenterDirectory.Importers;

/// <summary>How to run a source.</summary>
public sealed record ImportOptions
{
    /// <summary>Plan only: nothing is written, not even a run.</summary>
    public bool DryRun { get; init; }

    /// <summary>A file, by full path, or an address, to read in place of the one that the manifest names.</summary>
    public string? FromFile { get; init; }

    /// <summary>An earlier run whose bytes are read again, out of the archive.</summary>
    public long? Replay { get; init; }

    /// <summary>Whether the source's own place is read, so that what was read says something about it.</summary>
    internal bool IsRegular => !DryRun && FromFile is null && Replay is null;

    /// <summary>Whether a place that somebody named is an address and no file.</summary>
    public static bool IsAddress(string place) => FeedReleases.IsOnTheWeb(place, out _);
}
