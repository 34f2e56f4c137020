using System.Globalization;
using CenterDirectory.Importers.Formats;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads the keys of <c>source</c> that tell how a table is laid out in its file.</summary>
internal static class LayoutReader
{
    public static FeedLocation Read(FeedLocation location, Dictionary<string, YamlNode> entries, ManifestScope scope)
    {
        var columns = scope.Texts(entries.GetValueOrDefault("columns"), "columns");
        var rows = ReadHeaderRows(entries.GetValueOrDefault("header-row"), scope);
        if ((columns.Count > 0 || !location.Header) && rows is not null)
        {
            scope.Report(
                entries["header-row"],
                "«header-row» говорит, где заголовок, а «columns» или «header: false» – что его нет.",
                "'header-row' tells where the header is, but 'columns' or 'header: false' says that there is none.");
        }

        return location with
        {
            Columns = columns,
            HeaderRows = rows,
            Rename = ReadRename(entries.GetValueOrDefault("rename"), scope),
            Heading = scope.Scalar(entries.GetValueOrDefault("heading"), "heading") is { } heading ? CellText.Collapse(heading) : null,
            Anchor = ReadAnchor(entries.GetValueOrDefault("anchor"), scope),
        };
    }

    private static HeaderRows? ReadHeaderRows(YamlNode? node, ManifestScope scope)
    {
        var numbers = scope.Texts(node, "header-row").Select(ReadNumber).ToArray();
        switch (numbers)
        {
            case []:
                return null;
            case [> 0 and var only]:
                return new HeaderRows(only, only);
            case [> 0 and var first, var last] when last > first && last - first < 10:
                return new HeaderRows(first, last);
            default:
                scope.Report(
                    node!,
                    "«header-row»: номер строки от 1 или первая и последняя строки заголовка, например [1, 2].",
                    "'header-row' is the number of a row from 1, or the first and last row of the header, such as [1, 2].");
                return null;
        }
    }

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000 ? number : -1;

    private static Dictionary<string, string> ReadRename(YamlNode? node, ManifestScope scope)
    {
        var rename = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (published, called) in node is null ? [] : scope.Pairs(node, "rename"))
        {
            if (scope.Scalar(called, ManifestScope.Text(published)) is { } name)
            {
                rename[ManifestScope.Text(published)] = name;
            }
        }

        return rename;
    }

    private static RowAnchor? ReadAnchor(YamlNode? node, ManifestScope scope)
    {
        if (node is null)
        {
            return null;
        }

        var entries = scope.Map(node, "anchor", "column", "words", "wide");
        var column = scope.Scalar(entries.GetValueOrDefault("column"), "column");
        var words = scope.Texts(entries.GetValueOrDefault("words"), "words");
        var wide = scope.Scalar(entries.GetValueOrDefault("wide"), "wide");
        if (column is not null && words.Count > 0 && wide is not null)
        {
            return new RowAnchor(CellText.Collapse(column), words, CellText.Collapse(wide));
        }

        scope.Report(
            node,
            "«anchor»: нужны «column» (колонка справа), «words» (её слова) и «wide» (колонка, которой принадлежат лишние ячейки).",
            "'anchor' needs 'column' (one on the right), 'words' (its words) and 'wide' (the column to which superfluous cells belong).");
        return null;
    }
}
