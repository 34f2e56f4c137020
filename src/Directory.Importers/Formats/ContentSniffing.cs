using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats;

/// <summary>Names what came in place of a text table: nothing, a page of a site, an archive, a workbook …</summary>
internal static class ContentSniffing
{
    private const int HeadSize = 4096;

    // Latin-1 shows the bytes of any ASCII-based markup; UTF-16 is judged by its own zero bytes.
    private static readonly (string Signature, string Ru, string En)[] Signatures =
    [
        ("PK\u0003\u0004", "архив ZIP или книга XLSX", "a ZIP archive or an XLSX workbook"),
        ("\u00D0\u00CF\u0011\u00E0", "книга XLS или документ DOC", "an XLS workbook or a DOC document"),
        ("\u001F\u008B", "архив gzip", "a gzip archive"),
        ("7z\u00BC\u00AF", "архив 7z", "a 7z archive"),
        ("Rar!", "архив RAR", "a RAR archive"),
        ("%PDF", "документ PDF", "a PDF document"),
    ];

    /// <summary>Null if the bytes may be a text table; the stream is left at its start.</summary>
    public static async ValueTask<FeedFailure?> LookAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        return Judge(buffer.AsSpan(0, read));
    }

    private static FeedFailure? Judge(ReadOnlySpan<byte> head)
    {
        var raw = Encoding.Latin1.GetString(head);
        foreach (var (signature, ru, en) in Signatures)
        {
            if (raw.StartsWith(signature, StringComparison.Ordinal))
            {
                return NoTable("not-a-table", ru, en);
            }
        }

        // Zero bytes are half of any UTF-16 text and none of any other.
        var zeros = head.Count((byte)0);
        if (zeros > 0 && zeros < head.Length / 4 && head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && !LooksLikeUtf16(head))
        {
            return NoTable("not-a-table", "двоичный файл", "a binary file");
        }

        return JudgeText(raw.Replace("\0", "", StringComparison.Ordinal));
    }

    private static FeedFailure? JudgeText(string raw)
    {
        var text = raw.AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FF\u00FE").TrimStart();
        if (text.IsEmpty && raw.Length < HeadSize)
        {
            return new FeedFailure("empty-file", new LocalizedText(
                "Файл пуст. Проверьте адрес: издатель, возможно, убрал данные.",
                "The file is empty. Check the address: the publisher may have withdrawn the data."));
        }

        if (StartsLikePage(text))
        {
            return NoTable(
                "html-instead-of-table", "страница HTML (часто это ошибка сайта или форма входа)", "an HTML page (often a site's error or a login form)");
        }

        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return NoTable("not-a-table", "документ XML", "an XML document");
        }

        return text.StartsWith("{\"", StringComparison.Ordinal) || text.StartsWith("[{", StringComparison.Ordinal)
            ? NoTable("not-a-table", "данные JSON", "JSON data")
            : null;
    }

    private static bool StartsLikePage(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", StringComparison.Ordinal);
            text = end < 0 ? "<html" : text[(end + 3)..].TrimStart();
        }

        foreach (var start in (ReadOnlySpan<string>)["<!doctype", "<html", "<head", "<body", "<title", "<meta", "<script", "<div", "<h1", "<p>", "<table"])
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head)
    {
        var upper = 0;
        for (var i = 1; i < head.Length; i += 2)
        {
            upper += head[i] is 0 or 4 || head[i - 1] is 0 or 4 ? 1 : 0;
        }

        return upper > head.Length / 2 * 9 / 10;
    }

    private static FeedFailure NoTable(string code, string ru, string en) => new(code, new LocalizedText(
        $"Вместо текстовой таблицы пришло другое: {ru}. Откройте адрес или файл и проверьте, что там лежит.",
        $"In place of a text table came something else: {en}. Open the address or file and see what is there."));
}
