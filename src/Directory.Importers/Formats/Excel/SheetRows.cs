using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Tables;
using CenterDirectory.Importers.Records;
using ExcelDataReader;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>The rows of one sheet.</summary>
internal sealed class SheetRows(IExcelDataReader book) : ICellRows
{
    private readonly MergedCells merged = new(book.MergeCells ?? []);
    private int index = -1;

    public FeedFailure? Failure { get; private set; }

    public IReadOnlyList<FeedRemark> Remarks => [];

    public bool IsGrid => true;

    public static FeedFailure Damaged(int? row)
    {
        var (ru, en) = row is null ? ("", "") : ($"Строка {row}: ", $"Row {row}: ");
        return new FeedFailure("workbook-damaged", new LocalizedText(
            $"{ru}книга повреждена, и дальше она не читается. Откройте её в редакторе таблиц и сохраните заново.",
            $"{en}the workbook is damaged and cannot be read on from here. Open it in a spreadsheet program and save it again."));
    }

    [SuppressMessage("Design", "CA1031", Justification = "The library answers damaged bytes with exceptions of many kinds; all of them mean the file.")]
    public ValueTask<bool> ReadAsync(FeedRow row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (!book.Read())
            {
                return ValueTask.FromResult(false);
            }

            index++;
            row.Begin(index + 1);
            for (var i = 0; i < book.FieldCount; i++)
            {
                row.Add(Cell(i));
            }

            merged.Fill(row, index);
            return ValueTask.FromResult(true);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Failure = Damaged(index + 2);
            return ValueTask.FromResult(false);
        }
    }

    public void Spread(FeedRow row) => merged.Spread(row);

    public ValueTask DisposeAsync()
    {
        book.Dispose();
        return ValueTask.CompletedTask;
    }

    // A formula that failed (#Н/Д, #ССЫЛКА!) has no value: the cell says nothing.
    private string Cell(int column)
    {
        var value = book.GetValue(column);
        return CellValues.Text(value, value is double ? book.GetNumberFormatString(column) : null);
    }
}
