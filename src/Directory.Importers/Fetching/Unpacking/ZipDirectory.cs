using System.Buffers.Binary;

namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>
/// How each file of a ZIP is compressed, out of its directory: the class of the platform does not tell, and an archive in a rare
/// method should be named, not called damaged.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LongestComment = 65_535;
    private const int MaxDirectory = 64 * 1024 * 1024;

    /// <summary>Numbers of the compression methods of the entries, in the order of the directory; null if it cannot be read.</summary>
    public static async ValueTask<IReadOnlyList<ushort>?> ReadAsync(Stream content, CancellationToken cancellationToken)
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

    private static List<ushort> Parse(ReadOnlySpan<byte> directory)
    {
        var entries = new List<ushort>();
        while (directory.Length >= EntrySize && directory.StartsWith("PK\u0001\u0002"u8))
        {
            entries.Add(BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]));
            var length = EntrySize + BinaryPrimitives.ReadUInt16LittleEndian(directory[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            directory = directory[Math.Min(length, directory.Length)..];
        }

        return entries;
    }
}
