using System.Buffers;
using System.IO.Hashing;
using System.Text;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Computes by what a row is known again: the cells that its table reads, as they stand there. Its place does not count, nor what nobody reads.</summary>
internal sealed class RowDigest(string table, int[] cells)
{
    private readonly ArrayBufferWriter<byte> written = new(1024);
    private readonly byte[] table = Encoding.UTF8.GetBytes(table);

    /// <summary>The digest; 0 for a row of damaged text, which has to be remarked upon each time.</summary>
    public UInt128 Of(FeedRow row)
    {
        written.ResetWrittenCount();
        written.Write(table);
        foreach (var cell in cells)
        {
            row.Write(cell, written);
        }

        return written.WrittenSpan.IndexOf("\uFFFD"u8) >= 0 ? UInt128.Zero : XxHash128.HashToUInt128(written.WrittenSpan);
    }
}
