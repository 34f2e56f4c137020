using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Importers.Fetching.OpenData;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching;

/// <summary>What a run reads: all bytes of a source at one time, on the disk before the first row is read. Dispose it after reading.</summary>
internal sealed class Release(IReadOnlyList<ReleasePart> parts) : IAsyncDisposable
{
    private readonly List<Stream> opened = [];

    /// <summary>One without bytes, for records that come from elsewhere.</summary>
    public static Release Nothing { get; } = new([]);

    /// <summary>Its files and downloads.</summary>
    public IReadOnlyList<ReleasePart> Parts => parts;

    /// <summary>Why it could not be had; nothing of it may then be read.</summary>
    public FetchFailure? Failure { get; init; }

    /// <summary>Whether the publisher answered everything with 304: it is what was read last.</summary>
    public bool IsNotModified { get; init; }

    /// <summary>A file that the operator named in place of the source's own.</summary>
    public string? FromFile { get; init; }

    /// <summary>Where the bytes of that file lie now; null if the release is the source's own.</summary>
    public string? ForeignFile => FromFile is null ? null : parts[0].Bytes!.Path;

    /// <summary>What an operator should know of the way there.</summary>
    public IReadOnlyList<RecordIssue> Remarks { get; init; } = [];

    /// <summary>
    /// The day that the release states of itself: names of published versions tell it by a convention of open data. Of several parts the oldest
    /// counts; null if it states none.
    /// </summary>
    public DateOnly? AsOf => parts
        .Select(part => OpenDataVersion.MomentOf(Path.GetFileName(FetchFailures.NameOf(part.Address))))
        .Min() is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>The bytes of a table.</summary>
    public FetchedFeed Open(FeedTable table)
    {
        // One file may hold several tables; which part of it is meant is not asked here.
        var part = FromFile is null ? parts.First(part => part.Key == ReleasePart.KeyOf(table.Source)) : parts[0];
        var content = part.Bytes!.Open();
        opened.Add(content);
        return FetchedFeed.Of(content, part.Name, part.Bytes.Survey);
    }

    /// <summary>How much of it has been read, 0 to 1; null if that cannot be told.</summary>
    public double? ReadSoFar()
    {
        var all = parts.Sum(part => part.Length);
        // A closed stream has been read to its end, whether or not every byte of it was of use.
        var done = opened.Sum(stream => stream.CanRead ? stream.Position : 0) + Closed();
        return all > 0 && opened.Count > 0 ? Math.Min(1, done / (double)all) : null;
    }

    /// <summary>Over the manifest and the bytes of each table in turn; null if there are none.</summary>
    public byte[]? Digest(FeedManifest manifest)
    {
        if (parts.Count == 0)
        {
            return null;
        }

        var hashes = parts.ToDictionary(part => part.Key, part => part.Hash, StringComparer.Ordinal);
        return DigestOf(manifest, [.. manifest.Tables.Select(table => hashes[FromFile ?? ReleasePart.KeyOf(table.Source)])]);
    }

    /// <summary>The digest of a release whose tables have these contents.</summary>
    public static byte[] DigestOf(FeedManifest manifest, IReadOnlyList<byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(manifest.Hash));
        foreach (var content in contents)
        {
            hash.AppendData(content);
        }

        return hash.GetHashAndReset();
    }

    public ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            part.Bytes?.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private long Closed() => opened.Where(stream => !stream.CanRead).Sum(stream => stream is FileStream file && LengthOf(file.Name) is { } length ? length : 0);

    private long? LengthOf(string path) => parts.FirstOrDefault(part => part.Bytes?.Path == path)?.Length;
}

/// <summary>One file or download of a release.</summary>
/// <param name="Key">How the manifest calls its place.</param>
/// <param name="Address">Where it was got: the same, unless the manifest names a list that names the place.</param>
/// <param name="Name">Address without its query, or path, for messages.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Validators">What to ask the publisher with next time.</param>
/// <param name="Bytes">Where they lie; null if nobody has to read them.</param>
internal sealed record ReleasePart(string Key, string Address, string Name, byte[] Hash, long Length, Validators Validators, Snapshot? Bytes)
{
    /// <summary>How a manifest calls the place of a table's bytes.</summary>
    public static string KeyOf(FeedLocation location) =>
        location.OpenData is { } place ? $"{place}#{location.Dataset}" : AddressOf(location);

    /// <summary>Where the bytes of a table are.</summary>
    public static string AddressOf(FeedLocation location) => location.Url?.AbsoluteUri ?? location.File!;
}

/// <summary>How a release is got.</summary>
internal sealed record ReleaseOrder
{
    /// <summary>As far as the caller's wishes tell, without the history of the source.</summary>
    public static ReleaseOrder Of(ImportOptions options) => new() { FromFile = options.FromFile, Keep = !options.DryRun };

    /// <summary>A file by full path, or an address, in place of the source's; a folder stands for the files of all tables.</summary>
    public string? FromFile { get; init; }

    /// <summary>What an earlier run read, to be read again out of the archive.</summary>
    public IReadOnlyList<ReleasePart>? Replay { get; init; }

    /// <summary>What the last good run read, to ask the publisher for news only.</summary>
    public IReadOnlyList<ReleasePart> Known { get; init; } = [];

    /// <summary>Whether the bytes are wanted even if they are the known ones.</summary>
    public bool NeedsBytes { get; init; }

    /// <summary>Whether the archive keeps it.</summary>
    public bool Keep { get; init; }
}
