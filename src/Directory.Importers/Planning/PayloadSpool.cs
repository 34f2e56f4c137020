using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>Payloads of the first records of a kind once more, in a file: there they can be read while the connection does other things.</summary>
internal sealed class PayloadSpool : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly FileStream file = ScratchFile.Open(BufferBytes);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all of them still hold; nothing else may be read if not.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Puts one behind the others.</summary>
    /// <param name="staged">Id under which it is staged.</param>
    /// <param name="payload">The payload.</param>
    public void Add(long staged, ReadOnlySpan<byte> payload)
    {
        Write(staged);
        Write((long)payload.Length);
        file.Write(payload);
        Count++;
    }

    /// <summary>One of them has been replaced in the table.</summary>
    public void Spoil() => Holds = false;

    /// <summary>Reads them in the order in which they came; each holds until the next one is read.</summary>
    public IEnumerable<(long Staged, ReadOnlyMemory<byte> Payload)> ReadAll()
    {
        file.Position = 0;
        var payload = new byte[1024];
        for (var at = 0; at < Count; at++)
        {
            var (staged, length) = (ReadNumber(), (int)ReadNumber());
            if (length > payload.Length)
            {
                payload = new byte[length * 2];
            }

            file.ReadExactly(payload, 0, length);
            yield return (staged, payload.AsMemory(0, length));
        }
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();

    private void Write(long number) => file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));

    private long ReadNumber()
    {
        Unsafe.SkipInit(out long number);
        file.ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref number)));
        return number;
    }
}
