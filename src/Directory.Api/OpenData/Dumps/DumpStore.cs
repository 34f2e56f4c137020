using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>
/// The dumps that lie in the folder, each in one called by its revision. A dump gets that name when it is whole, by renaming; what a dead
/// process left unfinished has another one, is never seen, and goes with the next dump.
/// </summary>
internal sealed class DumpStore(IOptions<DumpOptions> options)
{
    private const string Unfinished = "unfinished-";

    private readonly ConcurrentDictionary<string, StoredDump> read = new(StringComparer.Ordinal);
    private readonly string root = options.Value.Path;

    /// <summary>Whether dumps are written and served at all.</summary>
    public bool IsOn => root.Length > 0;

    /// <summary>The dumps there are, newest first.</summary>
    public IReadOnlyList<StoredDump> List() => !System.IO.Directory.Exists(root) ? [] :
    [
        .. Numbers().OrderDescending().Select(Find).OfType<StoredDump>(),
    ];

    /// <summary>The newest of them; null before the first.</summary>
    public StoredDump? Newest => List() is [var newest, ..] ? newest : null;

    /// <summary>The dump of a revision; null if there is none.</summary>
    public StoredDump? Find(int revision)
    {
        var folder = FolderOf(revision);
        var package = new FileInfo(Path.Combine(folder, DumpNames.Package));
        if (!IsOn || !package.Exists)
        {
            return null;
        }

        // One of the same number may have come in its place, after a backup was restored.
        var key = string.Create(CultureInfo.InvariantCulture, $"{revision}/{package.LastWriteTimeUtc.Ticks}");
        if (!read.TryGetValue(key, out var dump))
        {
            try
            {
                dump = new StoredDump(folder, DumpPackage.Read(File.ReadAllBytes(package.FullName)));
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
            {
                // Cleared away while it was looked at, or none of ours.
                return null;
            }

            read[key] = dump;
        }

        return dump.Revision == revision ? dump : null;
    }

    /// <summary>
    /// Takes the right to write, which one process at a time has: the operating system gives it back when the process dies.
    /// Null if another one writes.
    /// </summary>
    public FileStream? TryLock()
    {
        System.IO.Directory.CreateDirectory(root);
        try
        {
            return new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A new folder to write in; only for who holds the lock.</summary>
    public string Begin()
    {
        var folder = Path.Combine(root, Unfinished + Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Shows a finished dump under its revision.</summary>
    public void Show(string folder, int revision)
    {
        if (System.IO.Directory.Exists(FolderOf(revision)))
        {
            Remove(revision);
        }

        System.IO.Directory.Move(folder, FolderOf(revision));
    }

    /// <summary>Clears away what was left unfinished, dumps of a history that is no more, and those that are too old; only for who holds the lock.</summary>
    /// <param name="newest">The newest revision.</param>
    /// <param name="oldest">The oldest revision whose dump may still be seen.</param>
    public void Sweep(int newest, int oldest = 0)
    {
        foreach (var folder in System.IO.Directory.EnumerateDirectories(root, Unfinished + "*"))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }

        foreach (var revision in Numbers().Where(revision => revision > newest || Find(revision) is null).ToList())
        {
            Remove(revision);
        }

        foreach (var dump in List().Where((dump, place) => place >= options.Value.Keep || dump.Revision < oldest))
        {
            Remove(dump.Revision);
        }
    }

    /// <summary>Out of sight first: who looks meanwhile finds all of it or nothing.</summary>
    private void Remove(int revision)
    {
        var gone = Path.Combine(root, Unfinished + Guid.NewGuid().ToString("N"));
        System.IO.Directory.Move(FolderOf(revision), gone);
        System.IO.Directory.Delete(gone, recursive: true);
        foreach (var key in read.Keys.Where(key => key.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{revision}/"), StringComparison.Ordinal)))
        {
            read.TryRemove(key, out _);
        }
    }

    private IEnumerable<int> Numbers() => System.IO.Directory.EnumerateDirectories(root).Select(NumberOf).OfType<int>();

    private static int? NumberOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string FolderOf(int revision) => Path.Combine(root, revision.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A dump in its folder.</summary>
internal sealed class StoredDump(string folder, DumpPackage package)
{
    private readonly Dictionary<string, StoredFile> files = package.Resources
        .SelectMany(resource => new StoredFile[]
        {
            new(resource.Path, Path.Combine(folder, resource.Path), resource.Bytes, HashOf(resource.Hash), resource.Packed.Path),
            new(resource.Packed.Path, Path.Combine(folder, resource.Packed.Path), resource.Packed.Bytes, HashOf(resource.Packed.Hash), null),
        })
        .ToDictionary(file => file.Name, StringComparer.Ordinal);

    public int Revision => package.Revision;

    public DumpPackage Package => package;

    /// <summary>The file of a name. Only names that the package lists exist, so no name leads out of the folder.</summary>
    public StoredFile? File(string name) => name switch
    {
        DumpNames.Package or DumpNames.Hashes => new StoredFile(name, Path.Combine(folder, name), 0, $"{package.Revision}-{package.Created.Ticks}-{name}", null),
        _ => files.GetValueOrDefault(name),
    };

    private static string HashOf(string hash) => hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>A file of a dump.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its size; 0 if nobody wrote it down.</param>
/// <param name="Tag">What tells its bytes from others.</param>
/// <param name="Packed">Name of the same packed by gzip.</param>
internal sealed record StoredFile(string Name, string Path, long Bytes, string Tag, string? Packed);
