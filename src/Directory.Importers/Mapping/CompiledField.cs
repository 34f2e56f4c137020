using System.Text.Json;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// A field of a compiled mapping. It holds the value of the present row: first all fields are evaluated, then the record is judged, then written.
/// </summary>
internal abstract class CompiledField(RecordField field)
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(field.Name, PayloadWriter.Encoder);

    public RecordField Field { get; } = field;

    /// <summary>Whether the value does not depend on the row.</summary>
    public abstract bool IsConstant { get; }

    /// <summary>Whether the present row states it.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The columns it is made of, for messages.</summary>
    public abstract string Columns { get; }

    /// <summary>Said if the field is required and missing.</summary>
    public required IssueTemplate Missing { get; init; }

    public bool Evaluate(RowContext row) => HasValue = EvaluateCore(row);

    public void Write(Utf8JsonWriter writer, RowContext row)
    {
        if (HasValue)
        {
            writer.WritePropertyName(name);
            WriteCore(writer, row);
        }
    }

    /// <summary>The present row states it after all.</summary>
    protected void State() => HasValue = true;

    protected abstract bool EvaluateCore(RowContext row);

    protected abstract void WriteCore(Utf8JsonWriter writer, RowContext row);
}
