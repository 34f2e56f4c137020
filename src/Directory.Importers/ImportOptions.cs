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

    /// <summary>Whether nobody else in this process uses the directory while it runs, so that a first large load may keep everybody out.</summary>
    public bool HasProcessAlone { get; init; }

    /// <summary>Whether it is a run like those of the schedule, which says something about the source.</summary>
    internal bool IsRegular => !DryRun && IsOwnPlace;

    /// <summary>Whether the source's own place is read, be it to plan only.</summary>
    internal bool IsOwnPlace => FromFile is null && Replay is null;

    /// <summary>Whether a place that somebody named is an address and no file.</summary>
    public static bool IsAddress(string place) => FeedReleases.IsOnTheWeb(place, out _);
}
