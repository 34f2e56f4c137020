using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Records;
using YamlDotNet.RepresentationModel;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Reads the tables of a manifest.</summary>
internal static class TableReader
{
    /// <summary>Keys of a table.</summary>
    public static readonly string[] Keys = ["name", "source", "record", "id-from", "record-url", "keep", "map", "ignore"];

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
            RecordUrl = scope.Scalar(entries.GetValueOrDefault("record-url"), "record-url"),
            Keep = ReadKeep(entries.GetValueOrDefault("keep"), scope),
            Map = new MappingReader(scope).ReadObject(map, schema),
            Ignore = scope.Texts(entries.GetValueOrDefault("ignore"), "ignore"),
            Line = (int)node.Start.Line,
        };
        // Compiling is the check: what the mapper would stumble over is told now, with its line.
        _ = TableCompiler.Compile(table, lookups, scope.Report);
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

    private static Dictionary<string, IReadOnlyList<string>> ReadKeep(YamlNode? node, ManifestScope scope)
    {
        var keep = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (column, values) in node is null ? [] : scope.Pairs(node, "keep"))
        {
            keep[ManifestScope.Text(column)] = scope.Texts(values, ManifestScope.Text(column));
        }

        return keep;
    }
}
