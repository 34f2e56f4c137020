using System.Buffers.Binary;
using System.Numerics;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// How entries are written on a page: a byte that says what follows, the distance from the key before in as few bytes as it has, the record in
/// groups of seven bits, then the source if it is another one than before, and the mark if there is one. Nine bytes an entry, where it has 24 in
/// memory; and the same on machines of either byte order.
/// </summary>
internal static class KeyPacking
{
    private const int LengthOfDistance = 0b1111;
    private const int HasSource = 0b1_0000;
    private const int HasMark = 0b10_0000;

    /// <summary>What an entry takes at most: the byte, distance, record, source, mark.</summary>
    private const int Longest = 1 + sizeof(long) + 10 + sizeof(int) + sizeof(int);

    /// <summary>The bytes of a page: how many entries there are, and each of them.</summary>
    /// <param name="entries">Its entries, in order.</param>
    /// <param name="room">Where they are put together; grows as needed.</param>
    public static byte[] Pack(ReadOnlySpan<KeyEntry> entries, ref byte[] room)
    {
        var most = sizeof(int) + (entries.Length * Longest);
        if (room.Length < most)
        {
            room = new byte[most];
        }

        BinaryPrimitives.WriteInt32LittleEndian(room, entries.Length);
        var at = sizeof(int);
        KeyEntry before = default;
        foreach (ref readonly var entry in entries)
        {
            at += Pack(entry, before, room.AsSpan(at));
            before = entry;
        }

        return room[..at];
    }

    /// <summary>The entries of a page.</summary>
    public static KeyEntry[] Unpack(ReadOnlySpan<byte> bytes)
    {
        var entries = new KeyEntry[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        bytes = bytes[sizeof(int)..];
        KeyEntry before = default;
        foreach (ref var entry in entries.AsSpan())
        {
            entry = before = Unpack(ref bytes, before);
        }

        return entries;
    }

    private static int Pack(in KeyEntry entry, in KeyEntry before, Span<byte> room)
    {
        var distance = (ulong)(entry.Key - before.Key);
        var length = sizeof(long) - (BitOperations.LeadingZeroCount(distance) / 8);
        var says = length;
        BinaryPrimitives.WriteUInt64LittleEndian(room[1..], distance);
        var at = 1 + length;
        for (var record = (ulong)entry.RecordId; ; record >>= 7)
        {
            room[at++] = (byte)(record > 0x7F ? record | 0x80 : record);
            if (record <= 0x7F)
            {
                break;
            }
        }

        if (entry.SourceId != before.SourceId)
        {
            says |= HasSource;
            BinaryPrimitives.WriteInt32LittleEndian(room[at..], entry.SourceId);
            at += sizeof(int);
        }

        if (entry.Mark != 0)
        {
            says |= HasMark;
            BinaryPrimitives.WriteInt32LittleEndian(room[at..], entry.Mark);
            at += sizeof(int);
        }

        room[0] = (byte)says;
        return at;
    }

    private static KeyEntry Unpack(ref ReadOnlySpan<byte> bytes, in KeyEntry before)
    {
        var says = bytes[0];
        var at = 1;
        ulong distance = 0;
        for (var i = 0; i < (says & LengthOfDistance); i++)
        {
            distance |= (ulong)bytes[at++] << (8 * i);
        }

        ulong record = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            record |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                break;
            }
        }

        var source = (says & HasSource) == 0 ? before.SourceId : Number(bytes, ref at);
        var mark = (says & HasMark) == 0 ? 0 : Number(bytes, ref at);
        bytes = bytes[at..];
        return new KeyEntry(before.Key + (long)distance, (long)record, source, mark);
    }

    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += sizeof(int);
        return number;
    }
}
