using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>What one pass over the bytes of a file tells about its encoding.</summary>
internal sealed class EncodingSurvey
{
    private const int BlockSize = 1024 * 1024;
    private const int HeadSize = 64 * 1024;

    public EncodingSurvey(Encoding? marked, Encoding? utf16, bool isUtf8, bool hasNonAscii, byte[] sample)
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

    /// <summary>Looks through a stream from where it stands, as far as there is something to learn.</summary>
    public static async ValueTask<EncodingSurvey> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var block = new byte[(int)Math.Clamp(content.Length, HeadSize, BlockSize)];
        var surveyor = new EncodingSurveyor();
        while (surveyor.WantsMore)
        {
            var read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken);
            surveyor.Add(block.AsMemory(0, read));
            if (read < block.Length)
            {
                break;
            }
        }

        return surveyor.Complete();
    }
}
