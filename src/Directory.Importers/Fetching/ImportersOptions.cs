namespace CenterDirectory.Importers.Fetching;

/// <summary>What importers may fetch, how they ask, and what they keep: section <c>Importers</c> of the configuration.</summary>
public sealed class ImportersOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Importers";

    /// <summary>Private or loopback hosts that sources may be fetched from, over plain http too; default none.</summary>
    public IList<string> AllowHosts { get; } = [];

    /// <summary>File of rules by which names of organizations hint at resource centers; the bundled ones by default.</summary>
    public string? CenterRules { get; set; }

    /// <summary>Largest download, unpacked; default 512 MiB.</summary>
    public long MaxDownloadBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Most that the files of one archive may unpack to; default 8 GiB.</summary>
    public long MaxUnpackedBytes { get; set; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Most unpacked bytes for each packed one, 10 to 1000; default 200.</summary>
    public int MaxUnpackRatio { get; set; } = 200;

    /// <summary>Longest download; default 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest silence within a download; default 30 seconds.</summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most redirects that are followed, 0 to 5; default 5.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Pause between two requests to one host, which never run side by side; default 1 second.</summary>
    public TimeSpan HostInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Folder in which the bytes of each run are kept by their SHA-256; empty keeps nothing. Default <c>data/archive</c>.</summary>
    public string ArchivePath { get; set; } = Path.Combine("data", "archive");

    /// <summary>Of how many runs of a source the bytes are kept; default 10. Those of the last good run and of one that waits for the operator always are.</summary>
    public int ArchiveRuns { get; set; } = 10;

    /// <summary>How long bytes are kept; default 180 days.</summary>
    public TimeSpan ArchiveAge { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How many runs of a source are remembered with their issues; default 200. A run that made a revision stays, without its issues.</summary>
    public int HistoryRuns { get; set; } = 200;

    /// <summary>How long runs are remembered; default 400 days.</summary>
    public TimeSpan HistoryAge { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Pause after a first failure; each further one doubles it, up to a day. Default 15 minutes.</summary>
    public TimeSpan RetryAfterFailure { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>From how many failures in a row a scheduled source counts as failing; default 3.</summary>
    public int FailuresUntilFailing { get; set; } = 3;

    /// <summary>Up to how much later than its schedule a source on the web is run, so that not all ask at once; default 2 minutes.</summary>
    public TimeSpan Jitter { get; set; } = TimeSpan.FromMinutes(2);
}
