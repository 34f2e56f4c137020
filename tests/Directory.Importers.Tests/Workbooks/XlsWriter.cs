using System.Text;

namespace CenterDirectory.Importers.Tests.Workbooks;

/// <summary>Writes the least that is an XLS: BIFF8 records ([MS-XLS]) as the only stream of a compound file ([MS-CFB]).</summary>
internal static class XlsWriter
{
    private const int SectorSize = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;

    // Shorter streams would have to lie in sectors of another size.
    private const int LeastStream = 4096;

    public static byte[] Write(SheetBook book) => Pack(Workbook(book));

    private static byte[] Workbook(SheetBook book)
    {
        var globals = Globals(book.Sheet, 0);
        // The position of the sheet is only known when the globals have their length, which does not depend on it.
        return [.. Globals(book.Sheet, globals.Length), .. Sheet(book)];
    }

    private static byte[] Globals(string sheet, int position)
    {
        using var records = new MemoryStream();
        Record(records, 0x0809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Record(records, 0x0042, BitConverter.GetBytes((ushort)1200));
        Record(records, 0x0022, [0, 0]);
        Record(records, 0x00E0, Format(0));
        Record(records, 0x00E0, Format(14));
        Record(records, 0x0085, [.. BitConverter.GetBytes(position), 0, 0, (byte)sheet.Length, 1, .. Encoding.Unicode.GetBytes(sheet)]);
        Record(records, 0x000A, []);
        return records.ToArray();
    }

    private static byte[] Format(ushort number)
    {
        var format = new byte[20];
        BitConverter.TryWriteBytes(format.AsSpan(2), number);
        return format;
    }

    private static byte[] Sheet(SheetBook book)
    {
        using var records = new MemoryStream();
        var width = book.Rows.Max(row => row.Length);
        Record(records, 0x0809, [0x00, 0x06, 0x10, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Record(records, 0x0200, [0, 0, 0, 0, .. BitConverter.GetBytes(book.Rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)width), 0, 0]);
        for (var row = 0; row < book.Rows.Length; row++)
        {
            Record(records, 0x0208, [.. BitConverter.GetBytes((ushort)row), 0, 0, .. BitConverter.GetBytes((ushort)width), 0xFF, 0, 0, 0, 0, 0, 0, 1, 0x0F, 0]);
        }

        for (var row = 0; row < book.Rows.Length; row++)
        {
            for (var column = 0; column < book.Rows[row].Length; column++)
            {
                Cell(records, row, column, book.Rows[row][column]);
            }
        }

        if (book.Merged.Count > 0)
        {
            Record(records, 0x00E5, [.. BitConverter.GetBytes((ushort)book.Merged.Count), .. book.Merged.SelectMany(range =>
                new[] { range.Row, range.ToRow, range.Column, range.ToColumn }.SelectMany(number => BitConverter.GetBytes((ushort)number)))]);
        }

        Record(records, 0x000A, []);
        return records.ToArray();
    }

    private static void Cell(MemoryStream records, int row, int column, object? value)
    {
        byte[] At(byte style) => [.. BitConverter.GetBytes((ushort)row), .. BitConverter.GetBytes((ushort)column), style, 0];
        switch (value)
        {
            case null:
                break;
            case string text:
                Record(records, 0x0204, [.. At(0), .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                break;
            case bool flag:
                Record(records, 0x0205, [.. At(0), (byte)(flag ? 1 : 0), 0]);
                break;
            case DateOnly day:
                Record(records, 0x0203, [.. At(1), .. BitConverter.GetBytes(SheetBook.Serial(day))]);
                break;
            default:
                Record(records, 0x0203, [.. At(0), .. BitConverter.GetBytes(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))]);
                break;
        }
    }

    private static void Record(MemoryStream records, ushort kind, byte[] content)
    {
        records.Write(BitConverter.GetBytes(kind));
        records.Write(BitConverter.GetBytes((ushort)content.Length));
        records.Write(content);
    }

    private static byte[] Pack(byte[] stream)
    {
        var length = Math.Max(stream.Length, LeastStream);
        var sectors = (length + SectorSize - 1) / SectorSize;
        var tables = ((sectors + 1 + 127) / 128) is var least && sectors + 1 + least <= least * 128 ? least : least + 1;
        using var file = new MemoryStream();
        file.Write(Header(tables, sectors));
        file.Write(Chains(tables, sectors));
        file.Write(Directory(tables + 1, length));
        file.Write(stream);
        file.Write(new byte[(sectors * SectorSize) - stream.Length]);
        return file.ToArray();
    }

    private static byte[] Header(int tables, int sectors)
    {
        _ = sectors;
        var header = new byte[SectorSize];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        new byte[] { 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0 }.CopyTo(header, 24);
        Put(header, 44, (uint)tables);
        Put(header, 48, (uint)tables);
        Put(header, 56, LeastStream);
        Put(header, 60, EndOfChain);
        Put(header, 68, EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            Put(header, 76 + (4 * i), i < tables ? (uint)i : Free);
        }

        return header;
    }

    /// <summary>The table itself, the directory, then the stream: each sector names the next.</summary>
    private static byte[] Chains(int tables, int sectors)
    {
        var chains = new byte[tables * SectorSize];
        for (var i = 0; i < tables * 128; i++)
        {
            var last = tables + sectors;
            Put(chains, 4 * i, i < tables ? TableSector : i == tables || i == last ? EndOfChain : i < last ? (uint)(i + 1) : Free);
        }

        return chains;
    }

    private static byte[] Directory(int start, int length)
    {
        var directory = new byte[SectorSize];
        Entry(directory, 0, "Root Entry", 5, 1, EndOfChain, 0);
        Entry(directory, 1, "Workbook", 2, Free, (uint)start, (uint)length);
        Entry(directory, 2, "", 0, Free, 0, 0);
        Entry(directory, 3, "", 0, Free, 0, 0);
        return directory;
    }

    private static void Entry(byte[] directory, int index, string name, byte kind, uint child, uint start, uint length)
    {
        var at = index * 128;
        Encoding.Unicode.GetBytes(name).CopyTo(directory, at);
        BitConverter.TryWriteBytes(directory.AsSpan(at + 64), (ushort)(name.Length == 0 ? 0 : (name.Length + 1) * 2));
        directory[at + 66] = kind;
        directory[at + 67] = 1;
        Put(directory, at + 68, Free);
        Put(directory, at + 72, Free);
        Put(directory, at + 76, child);
        Put(directory, at + 116, start);
        Put(directory, at + 120, length);
    }

    private static void Put(byte[] bytes, int at, uint number) => BitConverter.TryWriteBytes(bytes.AsSpan(at), number);
}
