using System.Text.Unicode;

namespace CenterDirectory.Importers.Formats;

/// <summary>
/// Whether bytes are UTF-8 (RFC 3629). The platform looks at letters beyond ASCII one by one, so a large block is looked at by several cores.
/// </summary>
internal static class Utf8Validity
{
    /// <summary>Bytes that are worth a core of their own.</summary>
    private const int Part = 128 * 1024;

    private const int MostParts = 4;

    /// <summary>Whether all of it is valid.</summary>
    public static bool IsValid(ReadOnlyMemory<byte> bytes)
    {
        var parts = Math.Min(bytes.Length / Part, Math.Min(Environment.ProcessorCount, MostParts));
        return parts < 2 ? Utf8.IsValid(bytes.Span) : IsValid(bytes, parts);
    }

    /// <summary>Length without a last character whose end is missing.</summary>
    public static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < 4 && back <= bytes.Length; back++)
        {
            var last = bytes[^back];
            if (!IsContinuation(last))
            {
                return LengthOf(last) > back ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }

    internal static bool IsValid(ReadOnlyMemory<byte> bytes, int parts)
    {
        var isValid = true;
        Parallel.For(0, parts, part =>
        {
            if (!Utf8.IsValid(bytes.Span[StartOf(bytes.Span, part, parts)..StartOf(bytes.Span, part + 1, parts)]))
            {
                Volatile.Write(ref isValid, false);
            }
        });
        return isValid;
    }

    /// <summary>Where a part begins: at a character, so that none is cut.</summary>
    private static int StartOf(ReadOnlySpan<byte> bytes, int part, int parts)
    {
        var start = (int)((long)bytes.Length * part / parts);
        while (part > 0 && start < bytes.Length && IsContinuation(bytes[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int LengthOf(byte leading) => leading >= 0xF0 ? 4 : leading >= 0xE0 ? 3 : leading >= 0xC0 ? 2 : 1;
}
