namespace CenterDirectory.Importers.Tests.Workbooks;

/// <summary>A small workbook to be written: one sheet of texts, numbers and dates, with merged cells.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Rows">The rows: null, string, double, bool or DateOnly.</param>
internal sealed record SheetBook(string Sheet, params object?[][] Rows)
{
    /// <summary>Merged ranges, from 0: first row, first column, last row, last column.</summary>
    public IReadOnlyList<(int Row, int Column, int ToRow, int ToColumn)> Merged { get; init; } = [];

    /// <summary>Sheets before it, hidden or not, each with one cell.</summary>
    public IReadOnlyList<(string Name, bool IsHidden)> Before { get; init; } = [];

    /// <summary>Number format of whole numbers; null = general.</summary>
    public string? WholeFormat { get; init; }

    /// <summary>The day as spreadsheets count.</summary>
    public static double Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
