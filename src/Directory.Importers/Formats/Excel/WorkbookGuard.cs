using System.IO.Compression;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>Refuses an XLSX that would unpack to more than a workbook has: its parts are read into memory before the first row.</summary>
internal static class WorkbookGuard
{
    private const long MaxUnpacked = 2L * 1024 * 1024 * 1024;

    // Shared strings and styles are held in memory as a whole.
    private const long MaxHeld = 256L * 1024 * 1024;
    private const long MaxRatio = 400;
    private const long FreeOfRatio = 16 * 1024 * 1024;
    private const int MaxParts = 10_000;

    /// <summary>Null if the archive is of a sane size. A part cannot be longer than its entry says: unpacking stops there.</summary>
    public static FeedFailure? Check(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MaxParts)
        {
            return TooLarge();
        }

        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            var isHeld = !entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            if (total > MaxUnpacked || (isHeld && entry.Length > MaxHeld)
                || (entry.Length > FreeOfRatio && entry.Length / MaxRatio > entry.CompressedLength))
            {
                return TooLarge();
            }
        }

        return null;
    }

    private static FeedFailure TooLarge() => new("workbook-too-large", new LocalizedText(
        "Книга распаковывается в больше данных, чем бывает в таблицах, и не открыта. Сохраните нужный лист как CSV.",
        "The workbook unpacks to more data than tables have and was not opened. Save the sheet as CSV."));
}
