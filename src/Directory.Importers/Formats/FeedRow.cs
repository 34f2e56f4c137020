using System.Buffers.Binary;
using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>A cell as it stands in the file, in UTF-8, until the next row is read; empty beyond the last one.</summary>
internal delegate ReadOnlySpan<byte> CellBytes(int index);

/// <summary>
/// One row of a table, as text. The reader fills the same instance again and again: what is needed longer must be copied.
/// </summary>
internal sealed class FeedRow
{
    /// <summary>Stands in the place of a cell that nobody has looked at yet.</summary>
    private static readonly string Unread = new('?', 1);

    private string?[] cells = [];
    private Func<int, string>? read;
    private CellBytes? bytes;

    /// <summary>Line of the file on which the row starts, from 1; of a document: number of the record.</summary>
    public int Row { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no cell says anything.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The cell without white space around it; null if nothing is left or the row is shorter.</summary>
    public string? this[int index]
    {
        get
        {
            if (index >= Count)
            {
                return null;
            }

            if (ReferenceEquals(cells[index], Unread))
            {
                cells[index] = Tidy(read!(index));
            }

            return cells[index];
        }
    }

    /// <summary>Begins a row.</summary>
    /// <param name="row">Where it starts.</param>
    public void Begin(int row)
    {
        Row = row;
        (read, bytes) = (null, null);
        Count = 0;
        IsEmpty = true;
    }

    public void Add(string text)
    {
        var tidy = Tidy(text);
        Append(tidy);
        IsEmpty &= tidy is null;
    }

    /// <summary>Begins a row that says something, its cells to be read when somebody looks at them: most columns of most registries nobody needs.</summary>
    /// <param name="row">Where it starts.</param>
    /// <param name="count">How many cells it has.</param>
    /// <param name="read">Reads one of them.</param>
    /// <param name="bytes">Looks at one without reading it.</param>
    public void BeginUnread(int row, int count, Func<int, string> read, CellBytes bytes)
    {
        Begin(row);
        (this.read, this.bytes) = (read, bytes);
        EnsureRoom(count);
        cells.AsSpan(0, count).Fill(Unread);
        Count = count;
        IsEmpty = false;
    }

    /// <summary>Makes the row at least so long with empty cells.</summary>
    public void Pad(int count)
    {
        while (Count < count)
        {
            Add("");
        }
    }

    /// <summary>Drops the cells from a position on.</summary>
    public void Cut(int count) => Count = Math.Min(Count, count);

    /// <summary>Replaces a cell; the row must be long enough.</summary>
    public void Put(int index, string? text)
    {
        bytes = null;
        cells[index] = text;
        IsEmpty &= text is null;
    }

    /// <summary>Makes one cell of several neighbours, with a space between their texts.</summary>
    public void Fold(int index, int superfluous)
    {
        for (var i = 0; i < Count; i++)
        {
            // What moves can no longer be read by its place.
            _ = this[i];
        }

        bytes = null;
        var end = index + superfluous + 1;
        var text = string.Join(' ', cells[index..end].OfType<string>());
        cells[index] = text.Length == 0 ? null : text;
        cells.AsSpan(end, Count - end).CopyTo(cells.AsSpan(index + 1));
        Count -= superfluous;
    }

    /// <summary>Writes down how a cell looks, with its length before it. Two rows that are written alike say the same.</summary>
    /// <param name="index">The cell.</param>
    /// <param name="to">Grows as needed.</param>
    /// <param name="at">Where to write.</param>
    /// <returns>Where the next one is to be written.</returns>
    public int Write(int index, ref byte[] to, int at)
    {
        if (bytes is not null)
        {
            return Write(bytes(index), ref to, at);
        }

        return Write(Encoding.UTF8.GetBytes(this[index] ?? ""), ref to, at);
    }

    private static int Write(ReadOnlySpan<byte> cell, ref byte[] to, int at)
    {
        var end = at + sizeof(int) + cell.Length;
        if (end > to.Length)
        {
            Array.Resize(ref to, end * 2);
        }

        BinaryPrimitives.WriteInt32LittleEndian(to.AsSpan(at), cell.Length);
        cell.CopyTo(to.AsSpan(at + sizeof(int)));
        return end;
    }

    private static string? Tidy(string text) => CellText.Trim(text) is { Length: > 0 } trimmed ? trimmed : null;

    private void Append(string? cell)
    {
        EnsureRoom(Count + 1);
        cells[Count++] = cell;
    }

    private void EnsureRoom(int count)
    {
        if (count > cells.Length)
        {
            Array.Resize(ref cells, Math.Max(16, count * 2));
        }
    }
}
