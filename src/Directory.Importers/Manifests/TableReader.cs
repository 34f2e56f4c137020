using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads the tables of a manifest.</summary>
internal static class TableReader
{
    /// <summary>Keys of a table.</summary>
    public static readonly string[] Keys = ["name", "source", "record", "id-from", "id-prefix", "record-url", "as-of", "keep", "drop", "repeated", "map", "ignore"];

    /// <summary>One table at the top level of the manifest, or the list under <c>tables</c>.</summary>
    public static IReadOnlyList<FeedTable> ReadAll(
        YamlMappingNode root,
        Dictionary<string, YamlNode> entries,
        Dictionary<string, IReadOnlyDictionary<string, string?>> lookups,
        ManifestScope scope)
    {
        if (!entries.TryGetValue("tables", out var tables))
        {
            return [.. new[] { Read(root, entries, lookups, scope) }.OfType<FeedTable>()];
        }

        foreach (var key in Keys.Where(entries.ContainsKey))
        {
            scope.Report(entries[key], $"«{key}» стоит рядом с «tables»: перенесите внутрь таблицы.", $"'{key}' stands beside 'tables': move it into a table.");
        }

        if (tables is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            scope.Report(tables, "«tables»: нужен список таблиц.", "'tables' must be a list of tables.");
            return [];
        }

        return ReadList(list, lookups, scope);
    }

    private static List<FeedTable> ReadList(
        YamlSequenceNode list, Dictionary<string, IReadOnlyDictionary<string, string?>> lookups, ManifestScope scope)
    {
        var tables = new List<FeedTable>();
        foreach (var node in list.Children)
        {
            if (Read(node, scope.Map(node, "tables", Keys), lookups, scope) is not { } table)
            {
                continue;
            }

            if (tables.Exists(other => other.Name == table.Name))
            {
                scope.Report(
                    node,
                    $"Две таблицы «{table.Name}»: дайте им разные «name».",
                    $"Two tables are called '{table.Name}': give them different 'name's.");
            }

            tables.Add(table);
        }

        return tables;
    }

    private static FeedTable? Read(
        YamlNode node, Dictionary<string, YamlNode> entries, Dictionary<string, IReadOnlyDictionary<string, string?>> lookups, ManifestScope scope)
    {
        var schema = ReadKind(node, entries.GetValueOrDefault("record"), scope);
        var source = LocationReader.Read(node, entries.GetValueOrDefault("source"), scope);
        var identity = ReadIdentity(node, entries.GetValueOrDefault("id-from"), scope);
        var map = entries.GetValueOrDefault("map");
        if (map is null)
        {
            scope.Report(node, "Нет «map»: какое поле из какой колонки.", "There is no 'map': which field comes from which column.");
        }

        if (schema is null || source is null || identity is null || map is null)
        {
            return null;
        }

        var table = new FeedTable
        {
            Name = scope.Scalar(entries.GetValueOrDefault("name"), "name") ?? schema.Kind,
            Source = source,
            Record = schema.Kind,
            IdFrom = identity,
            IdPrefix = entries.TryGetValue("id-prefix", out var prefix) ? scope.Scalar(prefix, "id-prefix") ?? "" : "",
            RecordUrl = scope.Scalar(entries.GetValueOrDefault("record-url"), "record-url"),
            AsOf = entries.TryGetValue("as-of", out var day) ? new MappingReader(scope).ReadValue(day, "as-of") : null,
            Keep = ReadFilter(entries.GetValueOrDefault("keep"), "keep", scope),
            Drop = ReadFilter(entries.GetValueOrDefault("drop"), "drop", scope),
            Repeated = ReadRepeated(entries.GetValueOrDefault("repeated"), scope),
            Map = new MappingReader(scope).ReadRecord(map, schema, source.Format),
            Ignore = scope.Texts(entries.GetValueOrDefault("ignore"), "ignore"),
            Line = (int)node.Start.Line,
        };
        // Compiling is the check: what the mapper would stumble over is told now, with its line.
        var compiled = TableCompiler.Compile(table, lookups, scope.Report);
        if (FeedFormats.PathsOf(source.Format) is not PathStyle.None and var style)
        {
            ReportPaths(compiled.Columns.Where(column => !RecordPath.TryRead(column, style, out _)), node, scope);
        }

        return table;
    }

    private static RecordSchema? ReadKind(YamlNode table, YamlNode? node, ManifestScope scope)
    {
        if (scope.Scalar(node, "record") is not { } kind)
        {
            scope.Report(node ?? table, "Нет «record»: вид записи, например Center.", "There is no 'record', the kind of record, such as Center.");
            return null;
        }

        var schema = RecordSchema.Find(kind);
        if (schema is null)
        {
            scope.ReportUnknown(node!, $"Нет такого вида записи: «{kind}»", $"There is no record kind '{kind}'", RecordSchema.Kinds);
        }

        return schema;
    }

    private static RecordIdentity? ReadIdentity(YamlNode table, YamlNode? node, ManifestScope scope)
    {
        var isChoice = node is YamlMappingNode;
        var columns = isChoice
            ? scope.Texts(scope.Map(node!, "id-from", "first-of").GetValueOrDefault("first-of"), "first-of")
            : scope.Texts(node, "id-from");
        if (columns.Count > 0)
        {
            return new RecordIdentity(columns, isChoice);
        }

        scope.Report(
            node ?? table,
            "Нет «id-from»: по каким колонкам узнать ту же запись в следующий раз.",
            "There is no 'id-from': by which columns the same record is known the next time.");
        return null;
    }

    private static void ReportPaths(IEnumerable<string> wrong, YamlNode table, ManifestScope scope)
    {
        foreach (var column in wrong)
        {
            scope.Report(
                table,
                $"«{column}» – не путь внутри записи; пишут так: СвЮЛ@ОГРН, СвНаимЮЛ/НаимЮЛ (XML), address.city (JSON).",
                $"'{column}' is no path within a record; write it so: СвЮЛ@ОГРН, СвНаимЮЛ/НаимЮЛ (XML), address.city (JSON).");
        }
    }

    private static RepeatedRows ReadRepeated(YamlNode? node, ManifestScope scope)
    {
        switch (scope.Scalar(node, "repeated"))
        {
            case null or "error":
                return RepeatedRows.Error;
            case "first":
                return RepeatedRows.First;
            case "last":
                return RepeatedRows.Last;
            default:
                scope.ReportUnknown(node!, "Так «repeated» не бывает", "'repeated' cannot be that", ["error", "first", "last"]);
                return RepeatedRows.Error;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadFilter(YamlNode? node, string what, ManifestScope scope)
    {
        var filter = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (column, values) in node is null ? [] : scope.Pairs(node, what))
        {
            var words = scope.Texts(values, ManifestScope.Text(column));
            filter[ManifestScope.Text(column)] = words;
            foreach (var word in words.Where(word => !WordPattern.IsRight(word)))
            {
                scope.Report(values, $"«{word}»: регулярное выражение написано неверно.", $"'{word}' is no right regular expression.");
            }
        }

        return filter;
    }
}
