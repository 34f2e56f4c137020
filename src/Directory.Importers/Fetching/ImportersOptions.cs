namespace CenterDirectory.Importers.Fetching;

/// <summary>What importers may fetch: section <c>Importers</c> of the configuration.</summary>
public sealed class ImportersOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Importers";

    /// <summary>Private or loopback hosts that sources may be fetched from, over plain http too; default none.</summary>
    public IList<string> AllowHosts { get; } = [];

    /// <summary>Largest download, unpacked; default 512 MiB.</summary>
    public long MaxDownloadBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Most that the files of one archive may unpack to; default 8 GiB.</summary>
    public long MaxUnpackedBytes { get; set; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Most unpacked bytes for each packed one, 10 to 1000; default 200.</summary>
    public int MaxUnpackRatio { get; set; } = 200;

    /// <summary>Longest download; default 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most redirects that are followed, 0 to 5; default 5.</summary>
    public int MaxRedirects { get; set; } = 5;
}
