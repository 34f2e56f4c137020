using System.IO.Compression;
using System.Text;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Formats.Excel;

public sealed class WorkbookReaderTests
{
    private static readonly SheetBook Clubs = new(
        "Клубы",
        ["id", "Название", "Открыт", "ОГРН", "Доля", "Есть зал"],
        [1.0, " Двор\u00A0", new DateOnly(2021, 3, 15), 1027700132195.0, 0.5, true],
        [2.0, "Дом", null, 304500116000157.0, 1234567.891, false]);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task Cells_are_the_text_that_a_person_would_have_typed(string format)
    {
        var read = await ReadAsync(format, Clubs);

        Assert.Equal(["id", "Название", "Открыт", "ОГРН", "Доля", "Есть зал"], read.Columns);
        Assert.Equal(["2: 1|Двор|2021-03-15|1027700132195|0.5|true", "3: 2|Дом||304500116000157|1234567.891|false"], read.Rows);
        Assert.Null(read.Failure);
    }

    [Fact]
    public async Task Bytes_and_not_the_name_tell_xls_from_xlsx()
    {
        var expected = (await ReadAsync("xlsx", Clubs)).Rows;

        Assert.Equal(expected, (await Reading.ReadAsync(XlsWriter.Write(Clubs), Location("xlsx"))).Rows);
        Assert.Equal(expected, (await Reading.ReadAsync(XlsxWriter.Write(Clubs), Location("xls"))).Rows);
    }

    [Fact]
    public async Task A_number_shown_with_leading_zeros_keeps_them()
    {
        var book = new SheetBook("x", ["ИНН"], [274062111.0]) { WholeFormat = "0000000000" };

        Assert.Equal(["2: 0274062111"], (await ReadAsync("xlsx", book)).Rows);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_long_sheet_of_many_sectors_is_read_to_its_end(string format)
    {
        var book = new SheetBook("x", [["id", "name"], .. Enumerable.Range(1, 5_000).Select(number => new object?[] { (double)number, $"Двор {number}" })]);

        var read = await ReadAsync(format, book);

        Assert.Equal(5_000, read.Rows.Count);
        Assert.Equal("5001: 5000|Двор 5000", read.Rows[^1]);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_header_of_two_rows_joins_its_words_and_spreads_merged_ones(string format)
    {
        var book = new SheetBook(
            "x",
            ["Реестр получателей поддержки"],
            ["Название", "Поддержка", null, "Примечание"],
            [null, "форма", "размер", null],
            ["Двор", "субсидия", 1000.0, null])
        { Merged = [(0, 0, 0, 3), (1, 0, 2, 0), (1, 1, 1, 2)] };

        var read = await ReadAsync(format, book, location => location with { HeaderRows = new HeaderRows(2, 3) });

        Assert.Equal(["Название", "Поддержка форма", "Поддержка размер", "Примечание"], read.Columns);
        Assert.Equal(["4: Двор|субсидия|1000|"], read.Rows);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_cell_merged_downwards_stands_in_each_of_its_rows(string format)
    {
        var book = new SheetBook("x", ["region", "name"], ["Омская область", "Двор"], [null, "Дом"], [null, "Сад"]) { Merged = [(1, 0, 2, 0)] };

        Assert.Equal(["2: Омская область|Двор", "3: Омская область|Дом", "4: |Сад"], (await ReadAsync(format, book)).Rows);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_merged_heading_over_the_whole_width_is_a_heading(string format)
    {
        var book = new SheetBook("x", ["name", "sum"], ["Омская область", null], ["Двор", 5.0], ["Томская область", null], ["Дом", 7.0])
        {
            Merged = [(1, 0, 1, 1), (3, 0, 3, 1)],
        };

        var read = await ReadAsync(format, book, location => location with { Heading = "region" });

        Assert.Equal(["name", "sum", "region"], read.Columns);
        Assert.Equal(["3: Двор|5|Омская область", "5: Дом|7|Томская область"], read.Rows);
    }

    [Theory]
    [InlineData(null, "2: Двор")]
    [InlineData("2", "2: Двор")]
    [InlineData("клубы", "2: Двор")]
    public async Task The_sheet_is_that_of_a_name_or_number_or_the_first_that_is_not_hidden(string? sheet, string row)
    {
        var book = new SheetBook("Клубы", ["name"], ["Двор"]) { Before = sheet is null ? [("Черновик", true)] : [("Черновик", true), ("Итоги", false)] };

        Assert.Equal([row], (await ReadAsync("xlsx", book, location => location with { Sheet = sheet })).Rows);
    }

    [Fact]
    public async Task A_sheet_that_is_missing_is_answered_with_those_there_are()
    {
        var read = await ReadAsync("xlsx", Clubs with { Before = [("Итоги", false)] }, location => location with { Sheet = "Реестр" });

        Assert.Equal("sheet-missing", read.Failure);
        Assert.Contains("«Итоги», «Клубы»", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_beside_the_table_is_no_part_of_it()
    {
        var read = await ReadAsync("xlsx", new SheetBook("x", ["id", "name"], [1.0, "Двор", null, "проверить!"]));

        Assert.Equal(["2: 1|Двор"], read.Rows);
        Assert.Equal(["cells-beyond-header"], read.Remarks);
    }

    [Fact]
    public async Task A_document_of_another_program_in_the_same_container_is_named()
    {
        var book = XlsWriter.Write(Clubs);
        var name = book.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook"));
        Encoding.Unicode.GetBytes("WordDocu").CopyTo(book, name);

        Assert.Equal("other-format", (await Reading.ReadAsync(book, Location("xls"))).Failure);
    }

    [Theory]
    [InlineData("<html><body>Вход</body></html>", "html-instead-of-table")]
    [InlineData("id;name\n1;Двор\n", "other-format")]
    [InlineData("", "empty-file")]
    public async Task What_is_no_workbook_is_named(string content, string code) =>
        Assert.Equal(code, (await Reading.ReadAsync(content, Location("xlsx"))).Failure);

    [Theory]
    [InlineData("xlsx", "other-format", "a damaged ZIP archive or XLSX workbook")]
    [InlineData("xls", "workbook-damaged", "the workbook is damaged")]
    public async Task A_workbook_that_is_cut_off_fails(string format, string code, string message)
    {
        var book = new SheetBook("x", [["id", "name"], .. Enumerable.Range(1, 500).Select(number => new object?[] { (double)number, $"Двор {number}" })]);
        var whole = format == "xls" ? XlsWriter.Write(book) : XlsxWriter.Write(book);

        var read = await Reading.ReadAsync(whole[..(whole.Length / 2)], Location(format));

        Assert.Equal(code, read.Failure);
        Assert.Contains(message, read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_strings_that_unpack_to_gigabytes_are_refused()
    {
        using var file = new MemoryStream();
        file.Write(XlsxWriter.Write(Clubs));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var strings = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var block = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 20; i++)
            {
                strings.Write(block);
            }
        }

        Assert.Equal("workbook-too-large", (await Reading.ReadAsync(file.ToArray(), Location("xlsx"))).Failure);
    }

    [Fact]
    public async Task A_stray_cell_far_out_is_refused_with_the_size_of_the_sheet()
    {
        using var file = new MemoryStream();
        file.Write(XlsxWriter.Write(Clubs));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"""u8);
        }

        Assert.Equal("sheet-too-large", (await Reading.ReadAsync(file.ToArray(), Location("xlsx"))).Failure);
    }

    private static Task<Read> ReadAsync(string format, SheetBook book, Func<FeedLocation, FeedLocation>? change = null) =>
        Reading.ReadAsync(format == "xls" ? XlsWriter.Write(book) : XlsxWriter.Write(book), (change ?? (location => location))(Location(format)));

    private static FeedLocation Location(string format) => new() { File = $"x.{format}", Format = format };
}
