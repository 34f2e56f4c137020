using System.Text.Json;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>A field made by steps: a value, or a list of values.</summary>
internal sealed class ValueField(RecordField field, string path, FieldType type, ValueSource source, StepChain steps) : CompiledField(field)
{
    private readonly List<string> values = [];
    private readonly IssueTemplate? invalid = type.Invalid?.For(path, source.Column);
    private readonly IssueTemplate? doubtful = type.Doubtful?.For(path, source.Column);

    public override bool IsConstant => source.IsConstant;

    public override string Columns => source.Column;

    /// <summary>The value of the present row.</summary>
    public string? Value => HasValue ? values[0] : null;

    /// <summary>What the present row has in its place and is no value of it; null if there is no such thing.</summary>
    public string? Stray { get; private set; }

    /// <summary>Takes a value that stood in the place of another field.</summary>
    public void Adopt(string canonical)
    {
        values.Add(canonical);
        State();
    }

    protected override bool EvaluateCore(RowContext row)
    {
        values.Clear();
        Stray = null;
        if (source.IsConstant)
        {
            foreach (var constant in source.Constants)
            {
                TakeText(constant, row);
            }
        }
        else
        {
            TakeText(source.Text(row), row);
        }

        if (values.Count > 1 && type.Order is not null)
        {
            values.Sort(type.Order);
        }

        return values.Count > 0;
    }

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row)
    {
        if (!Field.IsList)
        {
            WriteValue(writer, values[0]);
            Refer(row);

            return;
        }

        writer.WriteStartArray();
        foreach (var value in values)
        {
            WriteValue(writer, value);
        }

        writer.WriteEndArray();
    }

    private void Refer(RowContext row)
    {
        if (Field.TargetKind is { } kind)
        {
            row.Refer(new RecordReferenceKey(path, kind, values[0]));
        }
        else if (Field.Shape == FieldShape.ReferenceToOneOf)
        {
            var (named, key) = KindedKey.Parse(values[0]);
            row.Refer(new RecordReferenceKey(path, named, key));
        }
    }

    private void TakeText(string? text, RowContext row)
    {
        if (steps.Separator is not { } separator)
        {
            Take(steps.RunItem(text, row), row);
            return;
        }

        var parts = steps.RunWhole(text, row)?.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var part in parts)
        {
            Take(steps.RunItem(part, row), row);
        }

        if (parts.Length == 0)
        {
            Take(steps.RunItem(null, row), row);
        }
    }

    private void Take(string? text, RowContext row)
    {
        if (text is null)
        {
            return;
        }

        var conversion = type.Convert(text, out var canonical);
        if (conversion == Conversion.Invalid)
        {
            row.Report(invalid!);
            Stray = text;
            return;
        }

        if (conversion == Conversion.Doubtful)
        {
            row.Report(doubtful!);
        }

        if (!values.Contains(canonical))
        {
            values.Add(canonical);
        }
    }

    private void WriteValue(Utf8JsonWriter writer, string value)
    {
        if (type.IsBare)
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}

/// <summary>Where the text of a field comes from: a column, several of them joined, or constants.</summary>
/// <param name="Slots">The columns; none for constants.</param>
/// <param name="Column">Their names, for messages.</param>
/// <param name="Separator">What stands between the texts of several columns.</param>
/// <param name="Constants">The constants.</param>
internal sealed record ValueSource(int[] Slots, string Column, string Separator, IReadOnlyList<string> Constants)
{
    public bool IsConstant => Slots.Length == 0;

    /// <summary>The text of the present row; null if all of its columns are empty.</summary>
    public string? Text(RowContext row)
    {
        var text = row.Cell(Slots[0]);
        for (var i = 1; i < Slots.Length; i++)
        {
            if (row.Cell(Slots[i]) is { } next)
            {
                text = text is null ? next : text + Separator + next;
            }
        }

        return text;
    }
}
