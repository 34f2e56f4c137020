using ExcelDataReader;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>
/// Merged cells: only the upper left one holds the text, but a reader of the sheet sees it in all of them. Downwards it is repeated
/// in every row; sideways only in headers, where it stands above several columns.
/// </summary>
internal sealed class MergedCells(IEnumerable<CellRange> ranges)
{
    private readonly CellRange[] byRow = [.. ranges.OrderBy(range => range.FromRow)];
    private readonly List<(CellRange Range, string? Text)> open = [];
    private int next;

    /// <summary>Fills what merged cells above say.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">Its number, from 0.</param>
    public void Fill(FeedRow row, int index)
    {
        open.RemoveAll(merged => merged.Range.ToRow < index);
        foreach (var (range, text) in open)
        {
            if (row[range.FromColumn] is null && text is not null && range.FromColumn < row.Count)
            {
                row.Put(range.FromColumn, text);
            }
        }

        for (; next < byRow.Length && byRow[next].FromRow <= index; next++)
        {
            if (byRow[next].ToRow > index || byRow[next].ToColumn > byRow[next].FromColumn)
            {
                open.Add((byRow[next], row[byRow[next].FromColumn]));
            }
        }
    }

    /// <summary>Repeats the texts over the width of their cells.</summary>
    public void Spread(FeedRow row)
    {
        foreach (var (range, text) in open)
        {
            for (var column = range.FromColumn; text is not null && column <= range.ToColumn && column < row.Count; column++)
            {
                if (row[column] is null)
                {
                    row.Put(column, text);
                }
            }
        }
    }
}
