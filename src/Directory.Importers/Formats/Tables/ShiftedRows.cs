using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Tables;

/// <summary>
/// Mends rows whose tail was pushed to the right by separators that nobody escaped: the last known word tells where a column
/// stands now, and the superfluous cells are parts of the wide column before it.
/// </summary>
internal sealed class ShiftedRows
{
    private readonly HashSet<string> words;
    private readonly int anchor;
    private readonly int wide;
    private int first;
    private int count;

    private ShiftedRows(IEnumerable<string> words, int anchor, int wide)
    {
        this.words = words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        this.anchor = anchor;
        this.wide = wide;
    }

    /// <summary>Null if the file lacks one of the columns; the mapping will say so.</summary>
    public static ShiftedRows? Of(RowAnchor? anchor, IReadOnlyList<string> columns)
    {
        var names = columns.ToList();
        return anchor is not null && names.IndexOf(anchor.Column) is >= 0 and var at && names.IndexOf(anchor.Wide) is >= 0 and var wide && wide < at
            ? new ShiftedRows(anchor.Words, at, wide)
            : null;
    }

    public void Mend(FeedRow row)
    {
        var at = row.Count - 1;
        while (at > anchor && !(row[at] is { } word && words.Contains(word)))
        {
            at--;
        }

        if (at > anchor)
        {
            row.Fold(wide, at - anchor);
            first = count++ == 0 ? row.Row : first;
        }
    }

    public FeedRemark? Remark() => count == 0 ? null : new FeedRemark("rows-shifted", first, new LocalizedText(
        $"Строк с лишними разделителями: {count}; они прочитаны с правого края. Попросите издателя ставить кавычки.",
        $"{count} rows have superfluous separators and were read from the right. Ask the publisher to quote such cells."));
}
