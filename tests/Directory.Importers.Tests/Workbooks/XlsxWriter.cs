using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CenterDirectory.Importers.Tests.Workbooks;

/// <summary>Writes the least that is an XLSX: the same book always gives the same bytes.</summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Write(SheetBook book)
    {
        var names = book.Before.Append((book.Sheet, false)).ToArray();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var types = string.Concat(names.Select((_, index) => $"""<Override PartName="/xl/worksheets/sheet{index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""));
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            var sheets = string.Concat(names.Select((name, index) => $"""<sheet name="{SecurityElement.Escape(name.Item1)}" sheetId="{index + 1}"{(name.Item2 ? " state=\"hidden\"" : "")} r:id="rId{index + 1}"/>"""));
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets></workbook>""");
            var links = string.Concat(names.Select((_, index) => $"""<Relationship Id="rId{index + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{index + 1}.xml"/>"""));
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{links}<Relationship Id="rId{names.Length + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            var custom = SecurityElement.Escape(book.WholeFormat ?? "General");
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{custom}"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < names.Length; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", i + 1 < names.Length ? Sheet(new SheetBook("", ["другое"])) : Sheet(book));
            }
        }

        return file.ToArray();
    }

    private static string Sheet(SheetBook book)
    {
        var text = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 0; row < book.Rows.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (var column = 0; column < book.Rows[row].Length; column++)
            {
                text.Append(Cell(book.Rows[row][column], Reference(row, column)));
            }

            text.Append("</row>");
        }

        text.Append("</sheetData>");
        var merged = string.Concat(book.Merged.Select(range => $"""<mergeCell ref="{Reference(range.Row, range.Column)}:{Reference(range.ToRow, range.ToColumn)}"/>"""));
        return text.Append(merged.Length > 0 ? $"<mergeCells>{merged}</mergeCells>" : "").Append("</worksheet>").ToString();
    }

    private static string Cell(object? value, string at) => value switch
    {
        null => "",
        string text => $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        bool flag => $"""<c r="{at}" t="b"><v>{(flag ? 1 : 0)}</v></c>""",
        DateOnly day => $"""<c r="{at}" s="1"><v>{SheetBook.Serial(day).ToString(CultureInfo.InvariantCulture)}</v></c>""",
        IFormattable number => $"""<c r="{at}" s="2"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>""",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Sheets hold texts, numbers, flags and days."),
    };

    private static string Reference(int row, int column) => $"{(char)('A' + column)}{row + 1}";

    // Stored, not deflated, and with a fixed date: equal books are equal bytes on every machine.
    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?>{content}"""));
    }
}
