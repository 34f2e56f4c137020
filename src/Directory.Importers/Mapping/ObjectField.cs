using System.Text.Json;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The fields of an object. It is stated if a column says something of it; constants alone do not make a contact.</summary>
internal sealed class CompiledObject(CompiledField[] fields)
{
    private readonly bool isConstant = Array.TrueForAll(fields, field => field.IsConstant);

    public bool IsConstant => isConstant;

    public IReadOnlyList<CompiledField> Fields => fields;

    public bool HasValue { get; private set; }

    public string Columns => string.Join(", ", fields.Select(part => part.Columns).Where(columns => columns.Length > 0).Distinct());

    public bool Evaluate(RowContext row)
    {
        var isStated = isConstant;
        foreach (var field in fields)
        {
            isStated |= field.Evaluate(row) && !field.IsConstant;
        }

        return HasValue = isStated && IsComplete(row);
    }

    public void Write(Utf8JsonWriter writer, RowContext row)
    {
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            field.Write(writer, row);
        }

        writer.WriteEndObject();
    }

    private bool IsComplete(RowContext row)
    {
        foreach (var field in fields)
        {
            if (field.Field.IsRequired && !field.HasValue)
            {
                row.Report(field.Missing);
                return false;
            }
        }

        return true;
    }
}

/// <summary>A field whose value is an object.</summary>
internal sealed class ObjectField(RecordField field, CompiledObject content) : CompiledField(field)
{
    public override bool IsConstant => content.IsConstant;

    public override string Columns => content.Columns;

    protected override bool EvaluateCore(RowContext row) => content.Evaluate(row);

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row) => content.Write(writer, row);
}

/// <summary>A field whose value is a list of objects; those that say nothing are left out.</summary>
internal sealed class ObjectListField(RecordField field, CompiledObject[] items) : CompiledField(field)
{
    public override bool IsConstant => Array.TrueForAll(items, item => item.IsConstant);

    public override string Columns => string.Join(", ", items.Select(item => item.Columns).Distinct());

    protected override bool EvaluateCore(RowContext row)
    {
        var isAny = false;
        foreach (var item in items)
        {
            isAny |= item.Evaluate(row);
        }

        return isAny;
    }

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (item.HasValue)
            {
                item.Write(writer, row);
            }
        }

        writer.WriteEndArray();
    }
}
