using System.Buffers.Binary;
using System.IO.Hashing;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// 128 bits that stand for something longer. Not a <see cref="UInt128"/>: whatever touches one cannot be compiled ahead, and would run slowly for
/// as long as most imports last.
/// </summary>
internal readonly struct Fingerprint(ulong high, ulong low) : IEquatable<Fingerprint>, IComparable<Fingerprint>
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 16;

    public ulong High { get; } = high;

    public ulong Low { get; } = low;

    /// <summary>Whether it stands for nothing.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>The fingerprint of bytes.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        XxHash128.Hash(bytes, hash);
        return Read(hash);
    }

    /// <summary>Reads one as it is written.</summary>
    public static Fingerprint Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]));

    /// <summary>Writes it, so that order is kept.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, High);
        BinaryPrimitives.WriteUInt64BigEndian(to[sizeof(ulong)..], Low);
    }

    public bool Equals(Fingerprint other) => High == other.High && Low == other.Low;

    public override bool Equals(object? obj) => obj is Fingerprint other && Equals(other);

    public override int GetHashCode() => Low.GetHashCode();

    public int CompareTo(Fingerprint other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}
