using System.Runtime.CompilerServices;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Tables;

/// <summary>
/// A table out of rows of cells: finds the header, leaves out what only looks like a row (empty lines, the header once more),
/// carries headings between rows into a column, and mends rows that were pushed to the right.
/// </summary>
internal sealed class TableRows : IFeedRows
{
    private readonly ICellRows source;
    private readonly FeedLocation location;
    private readonly FeedRow row = new();
    private List<string> published = [];
    private List<string> columns = [];
    private FeedFailure? failure;
    private ShiftedRows? shifted;
    private FeedRemark? beyond;
    private string? heading;
    private int headingAt = -1;
    private int width;
    private int shortest;
    private bool isPositioned;
    private bool isBegun;

    private TableRows(ICellRows source, FeedLocation location) => (this.source, this.location) = (source, location);

    public IReadOnlyList<string> Columns => columns;

    public int HeaderRow { get; private set; } = 1;

    public FeedFailure? Failure => failure ?? source.Failure;

    public IReadOnlyList<FeedRemark> Remarks => [.. source.Remarks, .. new[] { beyond, shifted?.Remark() }.OfType<FeedRemark>()];

    public static async ValueTask<IFeedRows> OpenAsync(ICellRows source, FeedLocation location, CancellationToken cancellationToken)
    {
        var rows = new TableRows(source, location);
        if (source.Failure is null)
        {
            await rows.FindColumnsAsync(cancellationToken);
        }

        return rows;
    }

    public async IAsyncEnumerable<FeedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await AdvanceAsync(cancellationToken) && Failure is null)
        {
            // Spreadsheets save the formatted but empty rest of a sheet as lines of delimiters.
            if (!row.IsEmpty && !IsHeaderAgain() && !IsNumbering() && !TakeHeading())
            {
                isBegun = true;
                Shape();
                yield return row;
            }
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async ValueTask FindColumnsAsync(CancellationToken cancellationToken)
    {
        var names = new HeaderNames(location);
        if (location.Columns.Count > 0 || !location.Header)
        {
            isPositioned = await ReadFilledAsync(cancellationToken);
            columns = location.Columns.Count > 0
                ? [.. location.Columns.Select(CellText.Collapse)]
                : [.. Enumerable.Range(0, row.Count).Select(HeaderNames.Number)];
            published = location.Columns.Count > 0 ? columns : [];
            // The names may cover more columns than this file has.
            shortest = Math.Min(columns.Count, row.Count);
        }
        else
        {
            await ReadHeaderAsync(names, cancellationToken);
            published = names.Published(source.IsGrid);
            columns = names.Called(published);
            shortest = columns.Count;
        }

        width = columns.Count;
        shifted = ShiftedRows.Of(location.Anchor, columns);
        if (location.Heading is { } name)
        {
            headingAt = columns.IndexOf(name);
            if (headingAt < 0)
            {
                headingAt = columns.Count;
                columns = [.. columns, name];
            }
        }
    }

    private async ValueTask ReadHeaderAsync(HeaderNames names, CancellationToken cancellationToken)
    {
        var (first, last) = (location.HeaderRows?.First ?? 1, location.HeaderRows?.Last ?? 1);
        var isFound = location.HeaderRows is null && await ReadFilledAsync(cancellationToken);
        while (location.HeaderRows is not null && await source.ReadAsync(row, cancellationToken))
        {
            isFound = row.Row >= first;
            if (isFound)
            {
                break;
            }
        }

        HeaderRow = Math.Max(1, row.Row);
        while (isFound)
        {
            source.Spread(row);
            names.Add(row);
            isFound = row.Row < last && await source.ReadAsync(row, cancellationToken);
        }

        if (HeaderRow < first && Failure is null)
        {
            failure = new FeedFailure("header-missing", new LocalizedText(
                $"Заголовок должен стоять в строке {first}, а строк только {row.Row}. Поправьте «header-row» или источник.",
                $"The header should stand in row {first}, but there are only {row.Row} rows. Mend 'header-row' or the source."));
        }
    }

    private async ValueTask<bool> ReadFilledAsync(CancellationToken cancellationToken)
    {
        while (await source.ReadAsync(row, cancellationToken))
        {
            if (!row.IsEmpty && !IsSeparatorLine())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Spreadsheets are told so, in a first line <c>sep=;</c>, where to cut a text.</summary>
    private bool IsSeparatorLine() =>
        row is { Row: 1, Count: <= 2 } && row[1] is null && row[0] is { Length: <= 5 } text && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        if (!isPositioned)
        {
            return source.ReadAsync(row, cancellationToken);
        }

        isPositioned = false;
        return ValueTask.FromResult(true);
    }

    /// <summary>Printed tables repeat their header on each page and under each heading.</summary>
    private bool IsHeaderAgain()
    {
        for (var i = 0; i < published.Count; i++)
        {
            var text = row[i];
            if (text is null ? i != headingAt && published[i].Length > 0 : text != published[i] && CellText.Collapse(text) != published[i])
            {
                return false;
            }
        }

        return published.Count > 0;
    }

    /// <summary>Official forms number their columns in a row of its own below the header: 1, 2, 3, 4 …</summary>
    private bool IsNumbering()
    {
        if (isBegun || row[0] is not "1" || width < 4)
        {
            return false;
        }

        for (var i = 1; i < width; i++)
        {
            if (row[i] != HeaderNames.Number(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeHeading()
    {
        if (headingAt < 0)
        {
            return false;
        }

        string? only = null;
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is { } text)
            {
                if (only is not null || (headingAt < width && i != headingAt))
                {
                    return false;
                }

                only = text;
            }
        }

        heading = CellText.Collapse(only ?? "");
        return true;
    }

    private void Shape()
    {
        shifted?.Mend(row);
        if (source.IsGrid && row.Count > width)
        {
            CutBeyond();
        }

        if (row.Count >= shortest || source.IsGrid)
        {
            row.Pad(columns.Count);
        }

        if (headingAt >= 0 && headingAt < row.Count && row[headingAt] is null)
        {
            row.Put(headingAt, heading);
        }
    }

    /// <summary>A note beside the table of a sheet is no part of the row.</summary>
    private void CutBeyond()
    {
        for (var i = width; i < row.Count && beyond is null; i++)
        {
            if (row[i] is not null)
            {
                beyond = new FeedRemark("cells-beyond-header", row.Row, new LocalizedText(
                    "Правее заголовка, здесь и, возможно, ниже, что-то написано; это не прочитано.",
                    "Something stands to the right of the header, here and perhaps further down; it was not read."));
            }
        }

        row.Cut(width);
    }
}
