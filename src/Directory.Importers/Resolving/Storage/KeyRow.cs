using System.Runtime.InteropServices;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>A key of a record of this run; a value, for a large load has a million of them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Record">Place of the record among those of the run.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyRow(long Key, int Record, int Mark) : IComparable<KeyRow>
{
    /// <summary>So many are sorted by two threads.</summary>
    private const int Many = 100_000;

    public int CompareTo(KeyRow other) => Key != other.Key ? Key.CompareTo(other.Key) : Record.CompareTo(other.Record);

    /// <summary>Sorts keys; there may be millions.</summary>
    public static void Sort(List<KeyRow> keys)
    {
        if (keys.Count < Many)
        {
            keys.Sort();
            return;
        }

        var middle = Part(CollectionsMarshal.AsSpan(keys));
        Parallel.Invoke(() => keys.Sort(0, middle, null), () => keys.Sort(middle, keys.Count - middle, null));
    }

    /// <summary>Puts those that are less than most of a sample before all others.</summary>
    /// <returns>How many they are.</returns>
    private static int Part(Span<KeyRow> keys)
    {
        const int Sample = 101;
        var sample = new KeyRow[Sample];
        for (var at = 0; at < Sample; at++)
        {
            sample[at] = keys[(int)((long)at * keys.Length / Sample)];
        }

        Array.Sort(sample);
        var (pivot, middle) = (sample[Sample / 2], 0);
        for (var at = 0; at < keys.Length; at++)
        {
            if (keys[at].CompareTo(pivot) < 0)
            {
                (keys[at], keys[middle]) = (keys[middle], keys[at]);
                middle++;
            }
        }

        return middle;
    }
}

/// <summary>A record that others may be joined with.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="SourceId">Its source; negative if it is retired.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyMember(long RecordId, long SourceId, int Mark);
