using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Compiles the mapping of a table, and tells what is wrong with it.</summary>
internal sealed class TableCompiler
{
    private static readonly RecordField AsOf = new()
    {
        Name = "as-of", Shape = FieldShape.AsOf, ValueType = typeof(DateOnly), IsList = false, IsRequired = false,
    };

    private readonly List<string> columns = [];
    private readonly ValueCompiler values;
    private readonly ProblemReport report;

    private TableCompiler(Lookups lookups, ProblemReport report)
    {
        values = new ValueCompiler(lookups, SlotOf, report);
        this.report = report;
    }

    public static CompiledTable Compile(
        FeedTable table, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> lookups, ProblemReport report) =>
        new TableCompiler(new Lookups(lookups), report).Compile(table);

    private CompiledTable Compile(FeedTable table)
    {
        var schema = RecordSchema.Find(table.Record)!;
        var record = new CompiledObject(ArticleField.Bind(CompileFields(table.Map, schema, "", table.Line), schema));
        var identity = table.IdFrom.Columns.Select(SlotOf).ToArray();
        var url = table.RecordUrl is null ? -1 : SlotOf(table.RecordUrl);
        var asOf = table.AsOf is null ? null : values.Compile(AsOf, AsOf.Name, table.AsOf);
        return new CompiledTable(table, columns, record, identity, url, asOf, CompileFilter(table.Keep), CompileFilter(table.Drop));
    }

    private KeyValuePair<int, Lookup>[] CompileFilter(IReadOnlyDictionary<string, IReadOnlyList<string>> filter) =>
        [.. filter.Select(pair => KeyValuePair.Create(
            SlotOf(pair.Key), new Lookup(pair.Value.Where(WordPattern.IsRight).Distinct().ToDictionary(word => word, string? (word) => word))))];

    private CompiledField[] CompileFields(ObjectMapping mapping, RecordSchema schema, string path, int line)
    {
        // A payload has the order of the class, whatever the manifest's.
        var byName = mapping.Fields.ToDictionary(field => field.Field, field => field.Mapping, StringComparer.Ordinal);
        foreach (var missing in schema.Fields.Where(field => field.IsRequired && !byName.ContainsKey(field.Name)))
        {
            report(
                mapping.Fields.Count > 0 ? mapping.Line : line,
                $"У {schema.Kind} обязательно поле «{missing.Name}», а в отображении его нет.",
                $"{schema.Kind} requires the field '{missing.Name}', which is not mapped.");
        }

        return [.. schema.Fields
            .Where(field => byName.ContainsKey(field.Name))
            .Select(field => CompileField(field, path + field.Name, byName[field.Name]))
            .OfType<CompiledField>()];
    }

    private CompiledField? CompileField(RecordField field, string path, FieldMapping mapping)
    {
        switch (mapping)
        {
            case ValueMapping value:
                return values.Compile(field, path, value);
            case SameMapping same:
                return CompileSame(field, same);
            case ObjectMapping part:
                var content = new CompiledObject(CompileFields(part, field.Object!, path + ".", part.Line));
                return new ObjectField(field, content) { Missing = MissingOf(field, path, content.Columns) };
            case ListMapping list:
                var items = list.Items.Select(item => new CompiledObject(CompileFields(item, field.Object!, path + ".", item.Line))).ToArray();
                return new ObjectListField(field, items) { Missing = MissingOf(field, path, "") };
            default:
                throw new ArgumentOutOfRangeException(nameof(mapping), mapping.GetType(), "A mapping of an unknown kind.");
        }
    }

    private CompiledField? CompileSame(RecordField field, SameMapping same) =>
        field.IsList || field.Shape is FieldShape.Object or FieldShape.Reference or FieldShape.ReferenceToOneOf
            ? new GivenField(field, SlotOf(field.Name)) { Missing = MissingOf(field, field.Name, field.Name) }
            : values.Compile(field, field.Name, new ValueMapping([new MappingStep(Steps.From, [field.Name], Steps.NoOptions, same.Line)], same.Line));

    internal static IssueTemplate MissingOf(RecordField field, string path, string column) =>
        path.Contains('.', StringComparison.Ordinal)
            ? IssueRules.ObjectIncomplete.For(path[..path.LastIndexOf('.')], column)
            : IssueRules.FieldRequired.For(field.Name, column);

    private int SlotOf(string column)
    {
        var name = CellText.Collapse(column);
        var slot = columns.IndexOf(name);
        if (slot < 0)
        {
            slot = columns.Count;
            columns.Add(name);
        }

        return slot;
    }
}
