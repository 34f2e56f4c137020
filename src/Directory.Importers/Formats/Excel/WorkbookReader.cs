using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Tables;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>Reads a sheet of a workbook, XLSX or the older XLS: which of the two it is, the bytes tell.</summary>
[FeedFormat("xlsx", "sheet", "header", "header-row", "columns", "rename", "heading", "anchor")]
[FeedFormat("xls", "sheet", "header", "header-row", "columns", "rename", "heading", "anchor")]
internal sealed class WorkbookReader : IFeedReader
{
    // A stray cell in the last column of the last row makes a sheet of 17 billion cells.
    private const int MaxColumns = 4_096;
    private const long MaxCells = 500_000_000;

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        var expected = new LocalizedText("книги Excel", "an Excel workbook");
        ContentKind[] kinds = [ContentKind.Workbook, ContentKind.CompoundFile];
        var found = await ContentSniffing.FindAsync(content, cancellationToken);
        if (ContentSniffing.Unfit(found, expected, kinds) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        var (sheet, problem) = Open(content, isPacked: found.Kind == ContentKind.Workbook, location.Sheet);
        return sheet is null ? new UnreadableRows(problem!) : await TableRows.OpenAsync(sheet, location, cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The library answers damaged bytes with exceptions of many kinds; all of them mean the file.")]
    private static (SheetRows? Rows, FeedFailure? Failure) Open(Stream content, bool isPacked, string? name)
    {
        IExcelDataReader? book = null;
        try
        {
            if (isPacked && WorkbookGuard.Check(content) is { } refused)
            {
                return (null, refused);
            }

            if (!isPacked && !CompoundFileGuard.IsSound(content))
            {
                return (null, SheetRows.Damaged(null));
            }

            content.Position = 0;
            var options = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = TextEncodings.Find("windows-1251") };
            book = ExcelReaderFactory.CreateReader(content, options);
            var failure = Select(book, name) ?? CheckSize(book);
            if (failure is null)
            {
                return (new SheetRows(book), null);
            }

            book.Dispose();
            return (null, failure);
        }
        catch (InvalidPasswordException)
        {
            book?.Dispose();
            return (null, new FeedFailure("workbook-locked", new LocalizedText(
                "Книга закрыта паролем. Попросите издателя снять его.", "The workbook is locked by a password. Ask the publisher to remove it.")));
        }
        catch (ExcelReaderException error) when (book is null && !isPacked && error is not CompoundDocumentException)
        {
            // The container has no stream of a workbook.
            return (null, new FeedFailure("other-format", new LocalizedText(
                "Вместо книги Excel пришло другое: документ иной программы, например DOC. Откройте файл и проверьте, что там лежит.",
                "In place of an Excel workbook came something else: a document of another program, such as DOC. Open the file and see what is there.")));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            book?.Dispose();
            return (null, SheetRows.Damaged(null));
        }
    }

    /// <summary>Goes to the sheet of a name or number; sheets that nobody sees are not counted.</summary>
    private static FeedFailure? Select(IExcelDataReader book, string? name)
    {
        var names = new List<string>();
        do
        {
            if (string.Equals(book.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (book.VisibleState == "visible")
            {
                names.Add(book.Name);
                if (name is null || names.Count.ToString(CultureInfo.InvariantCulture) == name)
                {
                    return null;
                }
            }
        }
        while (book.NextResult());

        var known = string.Join(", ", names.Select(sheet => $"«{sheet}»"));
        return new FeedFailure("sheet-missing", new LocalizedText(
            $"В книге нет листа «{name}»; есть: {known}. Поправьте «sheet».",
            $"The workbook has no sheet '{name}'; there are: {known}. Mend 'sheet'."));
    }

    private static FeedFailure? CheckSize(IExcelDataReader book) =>
        book.FieldCount <= MaxColumns && (long)book.FieldCount * book.RowCount <= MaxCells
            ? null
            : new FeedFailure("sheet-too-large", new LocalizedText(
                $"Лист размечен на {book.RowCount} строк и {book.FieldCount} колонок: где-то далеко стоит лишняя ячейка. Удалите её или сохраните лист как CSV.",
                $"The sheet spans {book.RowCount} rows and {book.FieldCount} columns: a stray cell stands far out. Delete it, or save the sheet as CSV."));
}
