using System.IO.Compression;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>
/// Takes the files of a table out of the archive in which they came, one after another, each into a file that vanishes when it is
/// closed; bytes that are no archive are passed on as they are. Archives within archives are not opened.
/// </summary>
internal sealed class Unpacker(UnpackLimits limits)
{
    private const int BlockSize = 64 * 1024;

    private long unpacked;

    public async IAsyncEnumerable<FeedPart> OpenAsync(
        Stream content, string name, FeedLocation location, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        unpacked = 0;
        switch ((await ContentSniffing.FindAsync(content, cancellationToken)).Kind)
        {
            case ContentKind.Gzip:
                yield return await UnpackGzipAsync(content, name, cancellationToken);
                break;
            case ContentKind.Zip:
                await foreach (var part in OpenZipAsync(content, name, location, cancellationToken))
                {
                    yield return part;
                }

                break;
            default:
                yield return new FeedPart(content, name, null, null);
                break;
        }
    }

    private async ValueTask<FeedPart> UnpackGzipAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        await using var body = new GzipBody(content);
        var member = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(name[..^".gz".Length]) : "gzip";
        return await SaveAsync(body, content.Length, name, member, cancellationToken);
    }

    private async IAsyncEnumerable<FeedPart> OpenZipAsync(
        Stream content, string name, FeedLocation location, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var methods = await ZipDirectory.ReadAsync(content, cancellationToken);
        content.Position = 0;
        using var archive = Open(content);
        if (archive is null || methods?.Count != archive.Entries.Count)
        {
            yield return new FeedPart(null, name, null, UnpackFailures.Damaged);
            yield break;
        }

        var all = archive.Entries.Zip(methods).Where(pair => pair.First.Name.Length > 0).ToArray();
        var members = Choose(all, location);
        if (members.Length == 0)
        {
            yield return new FeedPart(null, name, null, UnpackFailures.NoMember(location.Member, all.Select(pair => pair.First.FullName)));
        }

        foreach (var (entry, method) in members)
        {
            yield return await UnpackAsync(entry, method, name, cancellationToken);
        }
    }

    private static ZipArchive? Open(Stream content)
    {
        try
        {
            // Names without the UTF-8 mark are in the encoding of DOS.
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, TextEncodings.Find("ibm866"));
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Those of the glob in the order of their names; without one the only file, or the only one of the format.</summary>
    private static (ZipArchiveEntry Entry, ushort Method)[] Choose((ZipArchiveEntry Entry, ushort Method)[] all, FeedLocation location)
    {
        if (location.Member is { } glob)
        {
            return [.. all
                .Where(pair => FileSystemName.MatchesSimpleExpression(glob, pair.Entry.FullName) || FileSystemName.MatchesSimpleExpression(glob, pair.Entry.Name))
                .OrderBy(pair => pair.Entry.FullName, StringComparer.Ordinal)];
        }

        var ofFormat = all.Where(pair => FileNames.Extension(pair.Entry.Name) == location.Format).ToArray();
        return all.Length == 1 ? all : ofFormat.Length == 1 ? ofFormat : [];
    }

    private async ValueTask<FeedPart> UnpackAsync(ZipArchiveEntry entry, ushort method, string name, CancellationToken cancellationToken)
    {
        // 0 is stored, 8 is Deflate.
        if (entry.IsEncrypted || method is not (0 or 8))
        {
            return new FeedPart(null, name, null, entry.IsEncrypted ? UnpackFailures.Locked(entry.Name) : UnpackFailures.Method(entry.Name, method));
        }

        try
        {
            await using var body = await entry.OpenAsync(cancellationToken);
            return await SaveAsync(body, entry.CompressedLength, name, entry.Name, cancellationToken, entry.Crc32);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return new FeedPart(null, name, null, UnpackFailures.Damaged);
        }
    }

    private async ValueTask<FeedPart> SaveAsync(
        Stream body, long packed, string archive, string member, CancellationToken cancellationToken, uint? expected = null)
    {
        var sum = expected is null ? null : new Crc32();
        var file = ScratchFile.Open(BlockSize, FileOptions.Asynchronous);
        var failure = await CopyAsync(body, file, packed, member, sum, cancellationToken);
        if (failure is null && sum?.Value == expected)
        {
            file.Position = 0;
            return new FeedPart(file, $"{archive}/{member}", member, null);
        }

        await file.DisposeAsync();
        return new FeedPart(null, archive, null, failure ?? UnpackFailures.Damaged);
    }

    private async ValueTask<FeedFailure?> CopyAsync(Stream body, FileStream file, long packed, string member, Crc32? sum, CancellationToken cancellationToken)
    {
        try
        {
            var block = new byte[BlockSize];
            int read;
            while ((read = await body.ReadAsync(block, cancellationToken)) > 0)
            {
                unpacked += read;
                if (unpacked > limits.MaxBytes)
                {
                    return UnpackFailures.TooLarge(limits.MaxBytes);
                }

                sum?.Append(block.AsSpan(0, read));
                await file.WriteAsync(block.AsMemory(0, read), cancellationToken);
                if (limits.IsBomb(file.Position, packed))
                {
                    return UnpackFailures.Bomb(member, limits.MaxRatio);
                }
            }

            await file.FlushAsync(cancellationToken);
            return null;
        }
        catch (InvalidDataException)
        {
            return UnpackFailures.Damaged;
        }
    }
}
