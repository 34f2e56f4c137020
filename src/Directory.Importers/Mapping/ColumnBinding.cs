using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Finds the columns of a compiled mapping in the header of a file.</summary>
internal static class ColumnBinding
{
    /// <summary>Slot → index of the cell; or what is missing. Columns that nobody uses are told once for all files of a table.</summary>
    public static (int[] Cells, FeedFailure? Failure) Bind(CompiledTable compiled, IFeedRows rows, string file, HashSet<string> told, IssueSink issues)
    {
        var cells = new int[compiled.Columns.Count];
        for (var slot = 0; slot < cells.Length; slot++)
        {
            cells[slot] = IndexOf(rows.Columns, compiled.Columns[slot]);
        }

        var missing = compiled.Columns.Where((_, slot) => cells[slot] < 0).ToArray();
        if (missing.Length > 0)
        {
            return (cells, Missing(missing, rows, file));
        }

        if (compiled.Columns.FirstOrDefault(name => rows.Columns.Count(column => column == name) > 1) is { } repeated)
        {
            return (cells, Repeated(repeated, rows, file));
        }

        ReportUnused(compiled, rows, told, issues);
        return (cells, null);
    }

    private static void ReportUnused(CompiledTable compiled, IFeedRows rows, HashSet<string> told, IssueSink issues)
    {
        var ignored = compiled.Table.Ignore.Select(CellText.Collapse).ToHashSet(StringComparer.Ordinal);
        foreach (var column in rows.Columns.Distinct().Where(column => !compiled.Columns.Contains(column) && !ignored.Contains(column) && told.Add(column)))
        {
            issues.Add(IssueRules.ColumnUnused.For(column, $"«{column}»").At(compiled.Table.Name, rows.HeaderRow));
        }
    }

    private static FeedFailure Missing(string[] missing, IFeedRows rows, string file)
    {
        var names = Quote(missing);
        var present = Quote(rows.Columns);
        var nearest = NearestName.Of(missing[0], rows.Columns);
        var (ru, en) = nearest is null ? ("", "") : ($" Возможно, «{missing[0]}» теперь «{nearest}»?", $" Is «{missing[0]}» now «{nearest}»?");
        return new FeedFailure("column-missing", new LocalizedText(
            $"{file}:{rows.HeaderRow}: нет колонок {names}. Есть: {present}.{ru} Поправьте манифест или источник.",
            $"{file}:{rows.HeaderRow}: the columns {names} are missing. There are: {present}.{en} Mend the manifest or the source."));
    }

    private static FeedFailure Repeated(string column, IFeedRows rows, string file) => new("column-repeated", new LocalizedText(
        $"{file}:{rows.HeaderRow}: колонка «{column}» стоит дважды, и неясно, какую брать. Переименуйте одну в источнике.",
        $"{file}:{rows.HeaderRow}: the column «{column}» stands there twice, and it is unclear which one is meant. Rename one in the source."));

    private static string Quote(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"«{name}»"));

    private static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
