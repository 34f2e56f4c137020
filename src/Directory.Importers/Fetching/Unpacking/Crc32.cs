namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>The check sum of ZIP (RFC 1952, 8): the platform unpacks a damaged file without comparing it.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private uint register = uint.MaxValue;

    public uint Value => ~register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var sum = register;
        foreach (var symbol in bytes)
        {
            sum = Table[(byte)(sum ^ symbol)] ^ (sum >> 8);
        }

        register = sum;
    }

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ Polynomial;
        }

        return entry;
    }
}
