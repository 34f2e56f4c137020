using System.Buffers.Binary;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>Looks whether the head of an XLS container ([MS-CFB] 2.2) can be true: its numbers decide how much memory is taken before anything is read.</summary>
internal static class CompoundFileGuard
{
    private const int HeaderSize = 512;

    // Positions of the numbers of FAT, mini FAT and DIFAT sectors.
    private static readonly int[] SectorCounts = [0x2C, 0x40, 0x48];

    /// <summary>Whether there can be as many sectors of that size as the head says; the stream is left at its start.</summary>
    public static bool IsSound(Stream content)
    {
        var header = new byte[HeaderSize];
        content.Position = 0;
        var read = content.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
        content.Position = 0;
        var shift = Word(header, 0x1E);
        if (read < HeaderSize || Word(header, 0x1C) != 0xFFFE || shift is not (9 or 12) || Word(header, 0x20) != 6)
        {
            return false;
        }

        var sectors = (content.Length >> shift) + 1;
        return Array.TrueForAll(SectorCounts, position => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(position)) <= sectors);
    }

    private static int Word(byte[] header, int position) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(position));
}
