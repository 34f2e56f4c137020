using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Computes by what a row is known again: the cells that its table reads, as they stand there. Its place does not count, nor what nobody reads.</summary>
internal sealed class RowDigest
{
    private readonly int[] cells;
    private readonly int begin;
    private byte[] written;

    /// <summary>What makes the record of a row comes first: the same cells may make another record for another table.</summary>
    public RowDigest(CompiledTable compiled, int[] cells)
    {
        this.cells = cells;
        var table = compiled.Table;
        written = Encoding.UTF8.GetBytes(string.Join('\n', [table.Name, table.Record, table.IdPrefix, .. table.IdFrom.Columns, "", .. compiled.Columns]));
        begin = written.Length;
    }

    /// <summary>The digest; none for a row of damaged text, which has to be remarked upon each time.</summary>
    public Fingerprint Of(FeedRow row)
    {
        var end = begin;
        foreach (var cell in cells)
        {
            end = row.Write(cell, ref written, end);
        }

        var look = written.AsSpan(0, end);
        return look.IndexOf("\uFFFD"u8) >= 0 ? default : Fingerprint.Of(look);
    }
}
