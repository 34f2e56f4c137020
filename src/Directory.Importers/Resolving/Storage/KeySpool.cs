using System.Runtime.InteropServices;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// Keys that nobody asks for yet, in files: a large load has thirty megabytes of them while it needs its memory for other things. They are
/// parted by their order, so that never all of them have to be sorted at once.
/// </summary>
internal sealed class KeySpool : IDisposable
{
    /// <summary>How many parts there are; all of a key are in one of them, and none behind it has a smaller one.</summary>
    public const int Parts = 8;

    private const int BufferBytes = 1 << 16;

    private readonly FileStream[] files = [.. Enumerable.Range(0, Parts).Select(_ => ScratchFile.Open(BufferBytes))];

    /// <summary>Where parts but the first begin.</summary>
    private long[]? begins;

    /// <summary>Adds keys; the first ones show how those of all are spread.</summary>
    public void Add(List<KeyRow> keys)
    {
        begins ??= BeginsIn(keys);
        foreach (ref readonly var key in CollectionsMarshal.AsSpan(keys))
        {
            files[PartOf(key.Key)].Write(MemoryMarshal.AsBytes(new ReadOnlySpan<KeyRow>(in key)));
        }
    }

    /// <summary>Sorts each part; nothing may be added any more.</summary>
    public void Sort()
    {
        var keys = new List<KeyRow>();
        foreach (var file in files)
        {
            Read(file, keys);
            keys.Sort();
            file.Position = 0;
            file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(keys)));
        }
    }

    /// <summary>Reads the keys of a part, which are sorted; only once.</summary>
    /// <param name="part">The part.</param>
    /// <param name="keys">Gets them; what it held is gone.</param>
    public void Read(int part, List<KeyRow> keys)
    {
        Read(files[part], keys);
        files[part].Dispose();
    }

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(files, file => file.Dispose());

    private static long[] BeginsIn(List<KeyRow> keys)
    {
        long[] sorted = [.. keys.Select(key => key.Key).Order()];
        return [.. Enumerable.Range(1, Parts - 1).Select(part => sorted.Length == 0 ? 0 : sorted[sorted.Length * part / Parts])];
    }

    private static void Read(FileStream file, List<KeyRow> keys)
    {
        file.Flush();
        CollectionsMarshal.SetCount(keys, checked((int)(file.Length / Marshal.SizeOf<KeyRow>())));
        file.Position = 0;
        file.ReadExactly(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(keys)));
    }

    private int PartOf(long key)
    {
        var part = 0;
        while (part < begins!.Length && key >= begins[part])
        {
            part++;
        }

        return part;
    }
}
