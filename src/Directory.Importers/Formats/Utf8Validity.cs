using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CenterDirectory.Importers.Formats;

/// <summary>
/// Whether bytes are UTF-8, sixteen at a time (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2020). The platform's
/// own check is as strict, but in a process that has just begun it runs for a third of a second in a version that counts its branches.
/// </summary>
internal static class Utf8Validity
{
    private const int Block = 16;
    private const int Before = 3;

    // What two neighbours may be guilty of; a pair is bad if the three tables agree on one thing.
    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLarge1000 = 1 << 6;
    private const byte Overlong4 = 1 << 6;
    private const byte TwoContinuations = 1 << 7;
    private const byte Carry = TooShort | TooLong | TwoContinuations;

    private static readonly Vector128<byte> HighOfFirst = Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000 | Overlong4);

    private static readonly Vector128<byte> LowOfFirst = Vector128.Create(
        Carry | Overlong3 | Overlong2 | Overlong4, Carry | Overlong2, Carry, Carry, Carry | TooLarge,
        Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000,
        Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000,
        Carry | TooLarge | TooLarge1000 | Surrogate, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000);

    private static readonly Vector128<byte> HighOfSecond = Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge1000 | Overlong4,
        TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge,
        TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
        TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);

    /// <summary>Whether all of it is UTF-8; a character that is cut off at the end is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        var (highOfFirst, lowOfFirst, highOfSecond) = (HighOfFirst, LowOfFirst, HighOfSecond);
        var errors = Vector128<byte>.Zero;
        // Each block is looked at beside the three bytes before it. Before the first and after the last one stand zeros, which are complete characters.
        Span<byte> edge = stackalloc byte[Before + Block];
        edge.Clear();
        bytes[..Math.Min(Block, bytes.Length)].CopyTo(edge[Before..]);
        errors |= ErrorsOf(edge, highOfFirst, lowOfFirst, highOfSecond);
        var at = Block - Before;
        for (; at <= bytes.Length - edge.Length; at += Block)
        {
            errors |= ErrorsOf(bytes.Slice(at, Before + Block), highOfFirst, lowOfFirst, highOfSecond);
        }

        if (bytes.Length >= Block)
        {
            edge.Clear();
            bytes[at..].CopyTo(edge);
            errors |= ErrorsOf(edge, highOfFirst, lowOfFirst, highOfSecond);
        }

        return errors == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ErrorsOf(ReadOnlySpan<byte> window, Vector128<byte> highOfFirst, Vector128<byte> lowOfFirst, Vector128<byte> highOfSecond)
    {
        var block = Vector128.Create(window[Before..]);
        var first = Vector128.Create(window[(Before - 1)..]);
        var pairs = Vector128.ShuffleNative(highOfFirst, Vector128.ShiftRightLogical(first, 4))
            & Vector128.ShuffleNative(lowOfFirst, first & Vector128.Create((byte)0x0F))
            & Vector128.ShuffleNative(highOfSecond, Vector128.ShiftRightLogical(block, 4));
        // Two continuations in a row are right where a character of three or four bytes began two or three bytes before.
        var third = Vector128.SubtractSaturate(Vector128.Create(window[(Before - 2)..]), Vector128.Create((byte)(0xE0 - 0x80)));
        var fourth = Vector128.SubtractSaturate(Vector128.Create(window), Vector128.Create((byte)(0xF0 - 0x80)));
        return ((third | fourth) & Vector128.Create((byte)0x80)) ^ pairs;
    }
}
