using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>What one pass over the bytes of a file tells about its encoding.</summary>
internal sealed class EncodingSurvey
{
    private const int BlockSize = 1024 * 1024;
    private const int HeadSize = 64 * 1024;

    private EncodingSurvey(Encoding? marked, Encoding? utf16, bool isUtf8, bool hasNonAscii, byte[] sample)
    {
        MarkedEncoding = marked;
        LooksLikeUtf16 = utf16;
        IsUtf8 = isUtf8;
        HasNonAscii = hasNonAscii;
        Sample = sample;
    }

    /// <summary>The encoding of the byte order mark.</summary>
    public Encoding? MarkedEncoding { get; }

    /// <summary>UTF-16 without a mark, recognized by its zero bytes: such Cyrillic text is valid UTF-8 as well.</summary>
    public Encoding? LooksLikeUtf16 { get; }

    public bool IsUtf8 { get; }

    public bool HasNonAscii { get; }

    /// <summary>Some bytes in which there are letters beyond ASCII, if the file has any.</summary>
    public byte[] Sample { get; }

    public static async ValueTask<EncodingSurvey> ReadAsync(Stream content, int sampleSize, CancellationToken cancellationToken)
    {
        var block = new byte[(int)Math.Clamp(content.Length, HeadSize, BlockSize)];
        var sample = new List<byte>(sampleSize);
        var kept = 0;
        var isFirst = true;
        var isUtf8 = true;
        Encoding? marked = null;
        Encoding? utf16 = null;
        while (isUtf8 || sample.Count < sampleSize)
        {
            var read = await content.ReadAtLeastAsync(block.AsMemory(kept), block.Length - kept, throwOnEndOfStream: false, cancellationToken);
            var isLast = read < block.Length - kept;
            var bytes = block.AsMemory(0, kept + read);
            if (isFirst)
            {
                (marked, utf16) = (MarkOf(bytes.Span), Utf16Of(bytes.Span[..Math.Min(HeadSize, bytes.Length)]));
                isFirst = false;
            }

            TakeSample(bytes.Span[kept..], sample, sampleSize);
            // A character cut by the end of the block is not yet an error.
            var whole = isLast ? bytes.Length : Utf8Validity.WholeLength(bytes.Span);
            isUtf8 = isUtf8 && Utf8Validity.IsValid(bytes[..whole]);
            kept = isUtf8 ? bytes.Length - whole : 0;
            bytes[^kept..].CopyTo(block);
            if (isLast)
            {
                break;
            }
        }

        return new EncodingSurvey(marked, utf16, isUtf8, sample.Count > 0, [.. sample]);
    }

    private static void TakeSample(ReadOnlySpan<byte> bytes, List<byte> sample, int sampleSize)
    {
        // Registries may begin with kilobytes of digits and Latin letters: only stretches that tell something are taken.
        const int Stretch = 256;
        while (!bytes.IsEmpty && sample.Count < sampleSize)
        {
            var stretch = bytes[..Math.Min(Stretch, bytes.Length)];
            bytes = bytes[stretch.Length..];
            if (stretch.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                sample.AddRange(stretch);
            }
        }
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        var pairs = bytes.Length / 2;
        var highFirst = 0;
        var highSecond = 0;
        for (var i = 0; i < pairs; i++)
        {
            // 0 is the upper byte of Latin letters and digits, 4 that of Cyrillic ones.
            highFirst += bytes[2 * i] is 0 or 4 ? 1 : 0;
            highSecond += bytes[(2 * i) + 1] is 0 or 4 ? 1 : 0;
        }

        var most = pairs * 9 / 10;
        if (pairs < 4 || Math.Max(highFirst, highSecond) < most)
        {
            return null;
        }

        return highSecond >= highFirst ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }
}
