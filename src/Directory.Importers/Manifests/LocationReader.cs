using CenterDirectory.Importers.Formats;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads where the bytes of a table are: the key <c>source</c>.</summary>
internal static class LocationReader
{
    /// <summary>The keys of every format; a format adds its own.</summary>
    public static readonly string[] Keys = ["file", "url", "opendata", "dataset", "format", "member"];

    private static readonly string[] PlaceKeys = ["file", "url", "opendata"];

    /// <summary>The location; null if it has problems, which were reported.</summary>
    public static FeedLocation? Read(YamlNode table, YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            scope.Report(table, "Нет «source»: где лежат данные.", "There is no 'source': where the data lies.");
            return null;
        }

        // What a key is worth depends on the format, so the format comes first.
        var raw = node is YamlMappingNode map
            ? map.Children.ToDictionary(pair => ManifestScope.Text(pair.Key), pair => pair.Value, StringComparer.Ordinal)
            : [];
        var format = ReadFormat(node, raw, scope);
        var entries = scope.Map(node, "source", [.. Keys, .. format is null ? AllKeys() : FeedFormats.Keys(format)]);
        if (PlaceKeys.Count(entries.ContainsKey) != 1)
        {
            scope.Report(
                node, "«source»: нужно одно из трёх, «file», «url» или «opendata».", "'source' needs one of the three, 'file', 'url' or 'opendata'.");
            return null;
        }

        return format is null ? null : Read(format, entries, scope);
    }

    private static FeedLocation? Read(string format, Dictionary<string, YamlNode> entries, ManifestScope scope)
    {
        var location = new FeedLocation
        {
            File = scope.Scalar(entries.GetValueOrDefault("file"), "file"),
            Url = scope.WebAddress(entries.GetValueOrDefault("url"), "url"),
            OpenData = scope.Scalar(entries.GetValueOrDefault("opendata"), "opendata"),
            Dataset = scope.Scalar(entries.GetValueOrDefault("dataset"), "dataset"),
            Format = format,
            Member = scope.Scalar(entries.GetValueOrDefault("member"), "member"),
            Encoding = ReadEncoding(entries.GetValueOrDefault("encoding"), scope),
            Delimiter = ReadDelimiter(entries.GetValueOrDefault("delimiter"), scope),
            Sheet = scope.Scalar(entries.GetValueOrDefault("sheet"), "sheet"),
            Header = scope.Flag(entries.GetValueOrDefault("header"), "header") ?? true,
            Records = ReadRecords(format, entries.GetValueOrDefault("records"), scope),
        };
        location = LayoutReader.Read(location, entries, scope);
        if (location.Dataset is not null && location.OpenData is null)
        {
            scope.Report(entries["dataset"], "«dataset» нужен только при «opendata».", "'dataset' is only for 'opendata'.");
        }

        return (location.File ?? location.OpenData ?? location.Url?.AbsoluteUri) is null ? null : location;
    }

    private static IEnumerable<string> AllKeys() => FeedFormats.Names.SelectMany(FeedFormats.Keys).Distinct();

    private static string? ReadFormat(YamlNode source, Dictionary<string, YamlNode> entries, ManifestScope scope)
    {
        var stated = scope.Scalar(entries.GetValueOrDefault("format"), "format");
        var format = stated ?? FormatOf(entries);
        if (FeedFormats.Knows(format))
        {
            return format;
        }

        if (stated is not null)
        {
            scope.ReportUnknown(entries["format"], $"Формат «{format}» не читается", $"The format '{format}' cannot be read", FeedFormats.Names);
        }
        else if (PlaceKeys.Any(entries.ContainsKey))
        {
            var names = string.Join(", ", FeedFormats.Names);
            scope.Report(
                source,
                $"По расширению формат не ясен: напишите «format», один из: {names}.",
                $"The extension does not tell the format: write 'format', one of: {names}.");
        }

        return null;
    }

    /// <summary>By the extension of the file, of the members of an archive, or of what is inside of <c>.gz</c>.</summary>
    private static string FormatOf(Dictionary<string, YamlNode> entries)
    {
        var path = ManifestScope.Text(entries.GetValueOrDefault("member", entries.GetValueOrDefault("file", new YamlScalarNode())));
        if (path.Length == 0 && Uri.TryCreate(ManifestScope.Text(entries.GetValueOrDefault("url", new YamlScalarNode())), UriKind.Absolute, out var url))
        {
            path = url.AbsolutePath;
        }

        var extension = FileNames.Extension(path);
        return extension == "gz" ? FileNames.Extension(path[..^".gz".Length]) : extension;
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

    private static string? ReadRecords(string format, YamlNode? node, ManifestScope scope)
    {
        var records = scope.Scalar(node, "records");
        if (records is not null && FeedFormats.Reader(format).RefusesRecords(records) is { } problem)
        {
            scope.Report(node!, problem.Ru, problem.En);
        }

        return records;
    }
}
