using System.Buffers;
using System.Text;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Writing;

namespace CenterDirectory.Api.Feeds.Tables;

/// <summary>Writes CSV (RFC 4180), with the mark by which Excel knows UTF-8.</summary>
internal sealed class TableWriter(IBufferWriter<byte> output, EventTable table, char delimiter) : IFeedWriter<EventEntry>
{
    private readonly SearchValues<char> quoted = SearchValues.Create(['"', '\r', '\n', delimiter]);

    public void Begin(FeedHead head)
    {
        output.Write(Encoding.UTF8.Preamble);
        WriteRow(EventTable.Columns.Select(column => column.Name));
    }

    public void Write(EventEntry entry) => WriteRow(EventTable.Columns.Select(column => column.Cell(table, entry)));

    public void End()
    {
    }

    public void Flush()
    {
    }

    public void Dispose()
    {
    }

    private void WriteRow(IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
            {
                output.Write([(byte)delimiter]);
            }

            isFirst = false;
            Encoding.UTF8.GetBytes(Cell(cell ?? ""), output);
        }

        output.Write("\r\n"u8);
    }

    private string Cell(string text)
    {
        var plain = IsFormula(text) ? "'" + text : text;
        return plain.AsSpan().ContainsAny(quoted) ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    /// <summary>A spreadsheet would run a cell that begins like this, and what sources say is not to be run. A number may be negative.</summary>
    private static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
