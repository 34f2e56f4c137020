using System.Buffers.Binary;

namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>
/// What the directory of a ZIP says about each file beyond its name: how it is compressed and whether it is locked. The class of
/// the platform does not tell, and an archive in a rare method should be named, not called damaged.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LongestComment = 65_535;
    private const int MaxDirectory = 64 * 1024 * 1024;

    /// <summary>Method and lock of the entries, in the order of the directory; null if it cannot be read.</summary>
    public static async ValueTask<IReadOnlyList<ZipEntryKind>?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndSize + LongestComment)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellationToken);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndSize > tail.Length)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var start = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue)
        {
            // ZIP64: the directory lies right before the records that say where it is.
            start = content.Length - tail.Length + tail.AsSpan(0, end).LastIndexOf("PK\u0006\u0006"u8) - size;
        }

        if (size > MaxDirectory || start < 0 || start + size > content.Length)
        {
            return null;
        }

        var directory = new byte[size];
        content.Position = start;
        await content.ReadExactlyAsync(directory, cancellationToken);
        return Parse(directory);
    }

    private static List<ZipEntryKind> Parse(ReadOnlySpan<byte> directory)
    {
        var entries = new List<ZipEntryKind>();
        while (directory.Length >= EntrySize && directory.StartsWith("PK\u0001\u0002"u8))
        {
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]);
            entries.Add(new ZipEntryKind(BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]), (flags & 1) != 0));
            var length = EntrySize + BinaryPrimitives.ReadUInt16LittleEndian(directory[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            directory = directory[Math.Min(length, directory.Length)..];
        }

        return entries;
    }
}

/// <summary>How a file of a ZIP is stored.</summary>
/// <param name="Method">Number of the compression method.</param>
/// <param name="IsLocked">Whether it is encrypted.</param>
internal readonly record struct ZipEntryKind(int Method, bool IsLocked);
