using System.Security.Cryptography;
using CenterDirectory.Importers.Formats;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// The archive: what runs have read, byte by byte, each content once, under its SHA-256. A run can so be replayed, and a release that was
/// held back can be applied later though the publisher has moved on.
/// </summary>
internal sealed class SnapshotStore(IOptions<ImportersOptions> options)
{
    private const string DraftPrefix = "center-directory-";
    private const int BlockSize = 1024 * 1024;

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsOn => options.Value.ArchivePath.Length > 0;

    private string Incoming => Path.Combine(options.Value.ArchivePath, "incoming");

    /// <summary>Begins to write bytes down.</summary>
    /// <param name="keep">Whether they belong into the archive; else they are gone when the reader closes them.</param>
    /// <param name="length">How many bytes there will be, if that is known: room for them is asked for once.</param>
    public SnapshotDraft Begin(bool keep, long length = 0)
    {
        var isKept = keep && IsOn;
        var folder = isKept ? System.IO.Directory.CreateDirectory(Incoming).FullName : Path.GetTempPath();
        return new SnapshotDraft(Path.Combine(folder, DraftPrefix + Path.GetRandomFileName()), length, isKept ? PathOf : null);
    }

    /// <summary>Copies a stream from where it stands.</summary>
    public async Task<Snapshot> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var draft = Begin(keep: true, content.CanSeek ? content.Length - content.Position : 0);
        await PassAsync(content, block => draft.WriteAsync(block, cancellationToken).AsTask(), cancellationToken);
        return draft.Complete();
    }

    /// <summary>Looks through a file, and copies it if it is to be kept: what is not is read where it lies.</summary>
    public Task<Snapshot> TakeAsync(Stream content, string path, bool keep, CancellationToken cancellationToken) =>
        keep && IsOn ? SaveAsync(content, cancellationToken) : LookThroughAsync(content, path, cancellationToken);

    /// <summary>Looks through a file that stays where it lies.</summary>
    public static async Task<Snapshot> LookThroughAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var pass = new ContentPass();
        await PassAsync(content, pass.AddAsync, cancellationToken);
        return pass.Complete(path, isTemporary: false);
    }

    private static async Task PassAsync(Stream content, Func<ReadOnlyMemory<byte>, Task> take, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        int read;
        while ((read = await content.ReadAsync(block, cancellationToken)) > 0)
        {
            await take(block.AsMemory(0, read));
        }
    }

    /// <summary>The kept bytes; null if they are gone, or are no longer what they were.</summary>
    public async Task<Snapshot?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        if (!IsOn || !File.Exists(PathOf(hash)))
        {
            return null;
        }

        await using var stream = File.OpenRead(PathOf(hash));
        var found = await LookThroughAsync(stream, PathOf(hash), cancellationToken);
        return found.Hash.AsSpan().SequenceEqual(hash) ? found : null;
    }

    /// <summary>Deletes what nobody refers to, and what dead processes left half written; the folder may hold other things than ours.</summary>
    public void Prune(IReadOnlySet<string> wanted)
    {
        if (!IsOn || !System.IO.Directory.Exists(options.Value.ArchivePath))
        {
            return;
        }

        var files = System.IO.Directory.EnumerateFiles(options.Value.ArchivePath, "*", SearchOption.AllDirectories).Where(IsOurs).ToList();
        foreach (var file in files.Where(file => !wanted.Contains(Path.GetFileName(file))))
        {
            Delete(file);
        }
    }

    /// <summary>How the archive calls a content.</summary>
    public static string NameOf(byte[] hash) => Convert.ToHexStringLower(hash);

    // A folder for each first byte: 256 of them keep listings short.
    private string PathOf(byte[] hash) => Path.Combine(options.Value.ArchivePath, NameOf(hash)[..2], NameOf(hash));

    /// <summary>A content stands under its hash, in the folder of its first byte; a draft in its own folder under its prefix.</summary>
    private bool IsOurs(string file)
    {
        var name = Path.GetFileName(file);
        var folder = Path.GetDirectoryName(file);
        return folder == Incoming
            ? name.StartsWith(DraftPrefix, StringComparison.Ordinal)
            : name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower)
                && folder == Path.Combine(options.Value.ArchivePath, name[..2]);
    }

    private static void Delete(string file)
    {
        try
        {
            // Somebody who writes it or reads it holds it, in whatever process.
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            File.Delete(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is in use, or not ours to delete: the next sweep tries again.
        }
    }
}

/// <summary>Bytes on the disk.</summary>
internal sealed record Snapshot(string Path, byte[] Hash, long Length, bool IsTemporary)
{
    /// <summary>What they tell of their encoding; null if they were not looked through.</summary>
    public EncodingSurvey? Survey { get; init; }

    /// <summary>Opens them; temporary ones go with the last reader that says so.</summary>
    public FileStream Open(bool deletes = false) => new(
        Path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024,
        FileOptions.SequentialScan | FileOptions.Asynchronous | (deletes && IsTemporary ? FileOptions.DeleteOnClose : FileOptions.None));

    /// <summary>Deletes them if nobody wanted to keep them.</summary>
    public void Forget()
    {
        if (IsTemporary)
        {
            File.Delete(Path);
        }
    }
}

/// <summary>Bytes on their way to the disk; what is not completed is deleted.</summary>
internal sealed class SnapshotDraft(string path, long length, Func<byte[], string>? pathOf) : IAsyncDisposable
{
    private readonly ContentPass pass = new();
    private readonly FileStream file = new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 64 * 1024, Options = FileOptions.Asynchronous,
        PreallocationSize = length,
    });

    private bool isComplete;

    public long Length => pass.Length;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // The pass is computing and writing is waiting: they need not take turns.
        var passing = pass.AddAsync(bytes);
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        finally
        {
            await passing;
        }
    }

    /// <summary>All is written: the bytes get the name by which they are found.</summary>
    public Snapshot Complete()
    {
        file.Dispose();
        isComplete = true;
        var written = pass.Complete(path, isTemporary: pathOf is null);
        if (pathOf is null)
        {
            return written;
        }

        var target = pathOf(written.Hash);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target, overwrite: true);
        return written with { Path = target };
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        pass.Dispose();
        if (!isComplete)
        {
            File.Delete(path);
        }
    }
}
