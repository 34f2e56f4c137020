using System.Text;
using System.Text.Unicode;

namespace CenterDirectory.Importers.Formats;

/// <summary>Makes a survey of bytes that come block by block, whatever else is done with them on their way.</summary>
internal sealed class EncodingSurveyor
{
    private const int HeadSize = 64 * 1024;
    private const int SampleSize = 64 * 1024;

    private readonly List<byte> head = [];
    private readonly List<byte> sample = new(SampleSize);
    private readonly byte[] cut = new byte[4];
    private int cutLength;
    private bool isUtf8 = true;

    /// <summary>Whether further bytes could tell anything.</summary>
    public bool WantsMore => isUtf8 || sample.Count < SampleSize || head.Count < HeadSize;

    /// <summary>Takes the next bytes; the block is the caller's again afterwards.</summary>
    public void Add(ReadOnlyMemory<byte> block)
    {
        TakeHead(block.Span);
        TakeSample(block.Span);
        if (isUtf8)
        {
            Check(block);
        }
    }

    /// <summary>What all of them tell.</summary>
    public EncodingSurvey Complete()
    {
        var first = head.ToArray();
        return new EncodingSurvey(MarkOf(first), Utf16Of(first), isUtf8 && cutLength == 0, sample.Count > 0, [.. sample]);
    }

    /// <summary>A character cut by the end of a block is not yet an error: its bytes wait for the next one.</summary>
    private void Check(ReadOnlyMemory<byte> block)
    {
        while (cutLength > 0 && !block.IsEmpty && isUtf8)
        {
            cut[cutLength++] = block.Span[0];
            block = block[1..];
            var known = cut.AsSpan(0, cutLength);
            if (Utf8Validity.WholeLength(known) > 0)
            {
                isUtf8 = Utf8.IsValid(known);
                cutLength = 0;
            }
        }

        var whole = Utf8Validity.WholeLength(block.Span);
        isUtf8 = isUtf8 && Utf8Validity.IsValid(block[..whole]);
        block[whole..].CopyTo(cut.AsMemory(cutLength));
        cutLength += block.Length - whole;
    }

    private void TakeHead(ReadOnlySpan<byte> bytes) => head.AddRange(bytes[..Math.Min(bytes.Length, HeadSize - head.Count)]);

    private void TakeSample(ReadOnlySpan<byte> bytes)
    {
        // Registries may begin with kilobytes of digits and Latin letters: only stretches that tell something are taken.
        const int Stretch = 256;
        while (!bytes.IsEmpty && sample.Count < SampleSize)
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
