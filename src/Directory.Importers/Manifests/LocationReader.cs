using CenterDirectory.Importers.Formats;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads where the bytes of a table are: the key <c>source</c>.</summary>
internal static class LocationReader
{
    /// <summary>The location; null if it has problems, which were reported.</summary>
    public static FeedLocation? Read(YamlNode table, YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            scope.Report(table, "Нет «source»: где лежат данные.", "There is no 'source': where the data lies.");
            return null;
        }

        var entries = scope.Map(node, "source", "file", "url", "format", "encoding", "delimiter", "header");
        var file = scope.Scalar(entries.GetValueOrDefault("file"), "file");
        var url = scope.WebAddress(entries.GetValueOrDefault("url"), "url");
        if ((file is null) == !entries.ContainsKey("url"))
        {
            scope.Report(node, "«source»: нужно одно из двух, «file» или «url».", "'source' needs one of the two, 'file' or 'url'.");
        }

        var format = ReadFormat(node, entries.GetValueOrDefault("format"), file ?? url?.AbsolutePath ?? "", scope);
        var encoding = ReadEncoding(entries.GetValueOrDefault("encoding"), scope);
        var delimiter = ReadDelimiter(entries.GetValueOrDefault("delimiter"), scope);
        var header = scope.Flag(entries.GetValueOrDefault("header"), "header") ?? true;
        if ((file is null && url is null) || format is null)
        {
            return null;
        }

        return new FeedLocation
        {
            File = file, Url = url, Format = format, Encoding = encoding, Delimiter = delimiter, Header = header,
        };
    }

    private static string? ReadFormat(YamlNode source, YamlNode? node, string path, ManifestScope scope)
    {
        var stated = scope.Scalar(node, "format");
        var format = stated ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        if (FeedFormats.Knows(format))
        {
            return format;
        }

        if (stated is not null)
        {
            scope.ReportUnknown(node!, $"Формат «{format}» не читается", $"The format '{format}' cannot be read", FeedFormats.Names);
        }
        else
        {
            var names = string.Join(", ", FeedFormats.Names);
            scope.Report(
                source,
                $"По расширению формат не ясен: напишите «format», один из: {names}.",
                $"The extension does not tell the format: write 'format', one of: {names}.");
        }

        return null;
    }

    private static string? ReadEncoding(YamlNode? node, ManifestScope scope)
    {
        var name = scope.Scalar(node, "encoding");
        if (name is not null && TextEncodings.Find(name) is null)
        {
            scope.Report(
                node!,
                "Такой кодировки нет. Обычные: utf-8, windows-1251, koi8-r, ibm866, maccyrillic, iso-8859-5, utf-16; без «encoding» она определяется сама.",
                "There is no such encoding. Usual ones: utf-8, windows-1251, koi8-r, ibm866, maccyrillic, iso-8859-5, utf-16; "
                + "without 'encoding' it is detected.");
            return null;
        }

        return name;
    }

    private static char? ReadDelimiter(YamlNode? node, ManifestScope scope)
    {
        var text = scope.Scalar(node, "delimiter") switch
        {
            "tab" or "\\t" => "\t",
            var other => other,
        };
        if (text is null)
        {
            return null;
        }

        if (text.Length == 1 && char.IsAscii(text[0]) && text[0] is not ('"' or '\r' or '\n'))
        {
            return text[0];
        }

        scope.Report(node!, "«delimiter»: нужен один знак ASCII, например \";\", или tab.", "'delimiter' must be one ASCII character, such as \";\", or tab.");
        return null;
    }
}
