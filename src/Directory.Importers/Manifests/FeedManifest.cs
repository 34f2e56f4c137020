namespace CenterDirectory.Importers.Manifests;

/// <summary>A source of the directory as its manifest describes it: where the data lies and what its columns mean.</summary>
public sealed record FeedManifest
{
    /// <summary>Priority of a source that states none.</summary>
    public const int DefaultPriority = 50;

    /// <summary>Grace of a source that shows what is new only: what has left it is not gone.</summary>
    public const int UnlimitedGrace = int.MaxValue;

    /// <summary>Unique key: small Latin letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Who publishes the data, and on what terms.</summary>
    public FeedPublisher? Publisher { get; init; }

    /// <summary>TerritoryKey of what the source covers.</summary>
    public string? Territory { get; init; }

    /// <summary>Weight among the sources that speak of the same object; the higher wins.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>Whether the schedule runs it; by name it can be imported all the same.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When to run it; null = only when it has never run, or by hand.</summary>
    public FeedSchedule? Schedule { get; init; }

    /// <summary>What its publisher asks of guests beyond the limits of the installation, or null.</summary>
    public FeedPoliteness? Politeness { get; init; }

    /// <summary>How many successive runs a record may be missing before the next one retires it; 0 = retired at once.</summary>
    public int GraceRuns { get; init; } = 1;

    /// <summary>The tables of the source, at least one.</summary>
    public required IReadOnlyList<FeedTable> Tables { get; init; }

    /// <summary>Named translations of the source's words; a null value drops the word silently.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Lookups { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string?>>();

    /// <summary>What a healthy run looks like; a run that differs is quarantined.</summary>
    public FeedExpectations Expect { get; init; } = new();

    /// <summary>The proof of the manifest, if it has one.</summary>
    public FeedTest? Test { get; init; }

    /// <summary>Full path of the manifest.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the manifest's bytes in hexadecimal: a changed manifest is a reason to import again.</summary>
    public required string Hash { get; init; }

    /// <summary>
    /// Whether a run that ends well confirms what the source holds: it is asked again and again, or at its publisher's, and its releases are whole.
    /// A file that came with the directory says what was once so, and what has left a feed of news is not gone.
    /// </summary>
    internal bool IsLive => GraceRuns < UnlimitedGrace && (Schedule is not null || Tables.Any(table => table.Source.File is null));
}

/// <summary>Publisher of a source.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its site or the page of the data.</param>
/// <param name="Licence">Terms of use.</param>
public sealed record FeedPublisher(string? Name, Uri? Url, string? Licence);

/// <summary>When a source is run.</summary>
/// <param name="Cron">Quartz cron expression, seconds first.</param>
/// <param name="Zone">IANA time zone of the expression.</param>
public sealed record FeedSchedule(string Cron, string Zone);

/// <summary>How a source is fetched where that is stricter than the installation's own limits.</summary>
/// <param name="Interval">Pause between two requests to its host.</param>
/// <param name="Timeout">Longest download.</param>
/// <param name="Stall">Longest silence within a download.</param>
/// <param name="MaxBytes">Largest download, unpacked.</param>
public sealed record FeedPoliteness(TimeSpan? Interval, TimeSpan? Timeout, TimeSpan? Stall, long? MaxBytes);

/// <summary>Assertions about a run of a source; what is null is not checked.</summary>
/// <param name="MinRows">Fewest rows.</param>
/// <param name="MaxRows">Most rows.</param>
/// <param name="RemovedAtMost">Largest share of the known records that may be missing, 0 to 1.</param>
/// <param name="IssuesAtMost">Largest share of the rows that may have errors, 0 to 1.</param>
public sealed record FeedExpectations(int? MinRows = null, int? MaxRows = null, double? RemovedAtMost = null, double? IssuesAtMost = null);

/// <summary>The proof of a manifest: a fixture and what it must give.</summary>
/// <param name="Fixture">File relative to the manifest; of several tables one that has a part for each.</param>
/// <param name="Rows">Number of records.</param>
public sealed record FeedTest(string Fixture, int? Rows);
