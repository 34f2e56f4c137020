namespace CenterDirectory.Importers.Formats;

/// <summary>
/// One row of a table, as text. The reader fills the same instance again and again: what is needed longer must be copied.
/// </summary>
internal sealed class FeedRow
{
    private string?[] cells = [];

    /// <summary>Line of the file on which the row starts, from 1.</summary>
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
}
