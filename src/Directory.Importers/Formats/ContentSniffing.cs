using System.IO.Compression;
using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats;

/// <summary>Names what came in place of what a manifest says: nothing, a page of a site, an archive, a workbook …</summary>
internal static class ContentSniffing
{
    private const int HeadSize = 4096;

    // Latin-1 shows the bytes of any ASCII-based markup; UTF-16 is judged by its own zero bytes.
    private static readonly (string Signature, ContentKind Kind, string Ru, string En)[] Signatures =
    [
        ("PK\u0003\u0004", ContentKind.Zip, "архив ZIP", "a ZIP archive"),
        ("PK\u0005\u0006", ContentKind.Zip, "пустой архив ZIP", "an empty ZIP archive"),
        ("\u00D0\u00CF\u0011\u00E0", ContentKind.CompoundFile, "книга XLS или документ DOC", "an XLS workbook or a DOC document"),
        ("\u001F\u008B", ContentKind.Gzip, "архив gzip", "a gzip archive"),
        ("7z\u00BC\u00AF", ContentKind.Other, "архив 7z", "a 7z archive"),
        ("Rar!", ContentKind.Other, "архив RAR", "a RAR archive"),
        ("%PDF", ContentKind.Other, "документ PDF", "a PDF document"),
    ];

    private static readonly string[] PageStarts = ["<html", "<head", "<body", "<title", "<meta", "<script", "<div", "<h1", "<p", "<table"];

    /// <summary>Null if the bytes may be a text table; the stream is left at its start.</summary>
    public static ValueTask<FeedFailure?> LookAsync(Stream content, CancellationToken cancellationToken) =>
        LookAsync(content, new LocalizedText("текстовой таблицы", "a text table"), [ContentKind.Text], cancellationToken);

    /// <summary>Null if the bytes are of an expected kind; the stream is left at its start.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="expected">What should be there, in the genitive in Russian.</param>
    /// <param name="kinds">The kinds that this may be.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async ValueTask<FeedFailure?> LookAsync(
        Stream content, LocalizedText expected, ContentKind[] kinds, CancellationToken cancellationToken)
    {
        return Unfit(await FindAsync(content, cancellationToken), expected, kinds);
    }

    /// <summary>Why what was found is not what should be there; null if it is.</summary>
    public static FeedFailure? Unfit(FoundContent found, LocalizedText expected, ContentKind[] kinds) => found.Kind switch
    {
        ContentKind.Empty => new FeedFailure("empty-file", new LocalizedText(
            "Файл пуст. Проверьте адрес: издатель, возможно, убрал данные.",
            "The file is empty. Check the address: the publisher may have withdrawn the data.")),
        _ when kinds.Contains(found.Kind) => null,
        ContentKind.Page => Other("html-instead-of-table", expected, found),
        _ => Other(kinds is [ContentKind.Text] ? "not-a-table" : "other-format", expected, found),
    };

    /// <summary>What the bytes are; the stream is left at its start.</summary>
    public static async ValueTask<FoundContent> FindAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var found = Judge(buffer.AsSpan(0, read));
        found = found.Kind == ContentKind.Zip ? LookInside(content, found) : found;
        content.Position = 0;
        return found;
    }

    private static FoundContent LookInside(Stream content, FoundContent found)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null
                ? new FoundContent(ContentKind.Workbook, new LocalizedText("книга XLSX", "an XLSX workbook"))
                : found;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return found with { Name = new LocalizedText("повреждённый архив ZIP или книга XLSX", "a damaged ZIP archive or XLSX workbook") };
        }
    }

    private static FoundContent Judge(ReadOnlySpan<byte> head)
    {
        var raw = Encoding.Latin1.GetString(head);
        foreach (var (signature, kind, ru, en) in Signatures)
        {
            if (raw.StartsWith(signature, StringComparison.Ordinal))
            {
                return new FoundContent(kind, new LocalizedText(ru, en));
            }
        }

        // Zero bytes are half of any UTF-16 text and none of any other.
        var zeros = head.Count((byte)0);
        if (zeros > 0 && zeros < head.Length / 4 && head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && !LooksLikeUtf16(head))
        {
            return new FoundContent(ContentKind.Other, new LocalizedText("двоичный файл", "a binary file"));
        }

        return JudgeText(raw.Replace("\0", "", StringComparison.Ordinal));
    }

    private static FoundContent JudgeText(string raw)
    {
        var text = raw.AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FF\u00FE").TrimStart();
        if (text.IsEmpty && raw.Length < HeadSize)
        {
            return new FoundContent(ContentKind.Empty, new LocalizedText("пустой файл", "an empty file"));
        }

        var markup = SkipProlog(text);
        if (StartsLikePage(markup, isXml: text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)))
        {
            return new FoundContent(ContentKind.Page, new LocalizedText(
                "страница HTML (часто это ошибка сайта или форма входа)", "an HTML page (often a site's error or a login form)"));
        }

        if (markup.Length < text.Length || StartsLikeMarkup(markup))
        {
            return new FoundContent(ContentKind.Markup, new LocalizedText("документ XML", "an XML document"));
        }

        return StartsLikeDocument(text)
            ? new FoundContent(ContentKind.Document, new LocalizedText("данные JSON", "JSON data"))
            : new FoundContent(ContentKind.Text, new LocalizedText("текст", "text"));
    }

    /// <summary>What follows the XML declaration and the comments before the first element.</summary>
    private static ReadOnlySpan<char> SkipProlog(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var mark = text[1] == '?' ? "?>" : "-->";
            var end = text.IndexOf(mark, StringComparison.Ordinal);
            if (end < 0)
            {
                // A comment that fills the whole head stands before pages only.
                return text[1] == '?' ? [] : "<html";
            }

            text = text[(end + mark.Length)..].TrimStart();
        }

        return text;
    }

    /// <summary>Whether the first element is one of HTML. A document that says it is XML may call its own ones so: only its root decides.</summary>
    private static bool StartsLikePage(ReadOnlySpan<char> text, bool isXml)
    {
        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            return text["<!doctype".Length..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var start in isXml ? ["<html"] : PageStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && !IsNamePart(text[start.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamePart(ReadOnlySpan<char> rest) =>
        rest is [var next, ..] && (char.IsAsciiLetterOrDigit(next) || next is '-' or '_' or ':' or '.' || next >= '\u0080');

    private static bool StartsLikeMarkup(ReadOnlySpan<char> text) =>
        text is ['<', var first, ..] && (char.IsAsciiLetter(first) || first == '!' || first >= '\u0080');

    private static bool StartsLikeDocument(ReadOnlySpan<char> text)
    {
        if (text is not ['{' or '[', ..])
        {
            return false;
        }

        var rest = text[1..].TrimStart();
        return rest is ['"' or '{' or '}' or ']', ..];
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

    private static FeedFailure Other(string code, LocalizedText expected, FoundContent found) => new(code, new LocalizedText(
        $"Вместо {expected.Ru} пришло другое: {found.Name.Ru}. Откройте адрес или файл и проверьте, что там лежит.",
        $"In place of {expected.En} came something else: {found.Name.En}. Open the address or file and see what is there."));
}
