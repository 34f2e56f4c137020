namespace CenterDirectory.Importers.Formats;

/// <summary>
/// One row of a table, as text. The reader fills the same instance again and again: what is needed longer must be copied.
/// </summary>
internal sealed class FeedRow
{
    private string?[] cells = [];

    /// <summary>Line of the file on which the row starts, from 1; of a document: number of the record.</summary>
    public int Row { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no cell says anything.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The cell without white space around it; null if nothing is left or the row is shorter.</summary>
    public string? this[int index] => index < Count ? cells[index] : null;

    public void Begin(int row)
    {
        Row = row;
        Count = 0;
        IsEmpty = true;
    }

    public void Add(string text)
    {
        if (Count == cells.Length)
        {
            Array.Resize(ref cells, Math.Max(16, Count * 2));
        }

        var trimmed = CellText.Trim(text);
        cells[Count++] = trimmed.Length == 0 ? null : trimmed;
        IsEmpty &= trimmed.Length == 0;
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
        cells[index] = text;
        IsEmpty &= text is null;
    }

    /// <summary>Makes one cell of several neighbours, with a space between their texts.</summary>
    public void Fold(int index, int superfluous)
    {
        var end = index + superfluous + 1;
        var text = string.Join(' ', cells[index..end].OfType<string>());
        cells[index] = text.Length == 0 ? null : text;
        cells.AsSpan(end, Count - end).CopyTo(cells.AsSpan(index + 1));
        Count -= superfluous;
    }
}
